"""The charts of a page as they are taken along: what they show, and the files a browser gets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from indicators import progress, scenarios
from indicators.charts.as_numbers import chart_of_target, version_notes
from indicators.pictures.overview import draw_groups_of, heat_map_of
from indicators.reports.model import Chart, ChartKind, Role, Series
from indicators.store import Row
from tests.judging.office import Office, office
from tests.pages.conftest import open_view
from tests.pages.outlook import AT, BAND, FORECAST, adds_own, shown_at, takes_over
from tests.pictures.charts import words_of

LATER = "2031-01-02T08:00"


def chart_of(made: Office, period: str = "2026-Q3", forecast: Row | None = None) -> Chart:
    of_target = (made.store, made.commune, "1")
    return chart_of_target(
        made.judged(period),
        progress.path_of_target(*of_target, AT),
        progress.values_of_measure(made.store, made.commune, "m", AT),
        shown_at(period),
        scenarios=scenarios.scenario_paths(*of_target, AT),
        versions=scenarios.versions_of_target(*of_target, AT),
        forecast=forecast,
    )


def known(chart: Chart, name: str) -> dict[str, Decimal]:
    """Category → value of the series with this name, where there is one."""
    found = named(chart, name)
    return {month: value for month, value in zip(chart.categories_vi, found.values, strict=True) if value is not None}


def named(chart: Chart, name: str) -> Series:
    (found,) = [series for series in chart.series if series.name_vi == name]
    return found


def test_the_picture_of_a_target_shows_every_month_that_its_page_shows() -> None:
    """From 40 to 60 in sixty months: a third a month."""
    made = office(target=BAND, y2025=40)
    made.reports({"2026-01": "40.5", "2026-Q1": 41, "2026-05": 42}, LATER)
    chart = chart_of(made)
    assert (chart.kind, chart.title_vi, len(chart.categories_vi)) == (ChartKind.LINES, "1. Chỉ tiêu thử", 61)
    floor = known(chart, "Đường găng, mức dưới (chưa phê duyệt)")
    assert floor["Tháng 1/2026"] == Decimal("40.3333")
    assert (floor["Tháng 3/2026"], floor["Tháng 12/2030"]) == (Decimal(41), Decimal(60))
    assert known(chart, "Đường găng, mức trên (chưa phê duyệt)")["Tháng 3/2026"] == 42
    assert known(chart, "Thực hiện") == {"Tháng 1/2026": Decimal("40.5"), "Tháng 3/2026": 41, "Tháng 5/2026": 42}
    assert known(chart, "Số liệu gốc") == {"Tháng 12/2025": 40}
    assert set(known(chart, "Mục tiêu 60 - 80%").values()) == {60}


def test_what_a_document_fixed_is_a_series_of_its_own() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.fixes("2026-02", 41)
    made.fixes("2026-03", 42)
    chart = chart_of(made)
    fixed = known(chart, "Đường găng (đã phê duyệt)")
    assert list(fixed) == ["Tháng 1/2026", "Tháng 2/2026", "Tháng 3/2026"]  # the piece that leads to February
    assert named(chart, "Đường găng (đã phê duyệt)").is_fixed
    assert "Tháng 2/2026" not in known(chart, "Đường găng (chưa phê duyệt)")


def test_a_forecast_is_led_to_only_by_what_it_was_made_from() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.reports({"2026-Q3": 43}, LATER)
    name = "Dự báo (khoảng tin cậy 80%)"
    assert known(chart_of(made, forecast=FORECAST), name) == {"Tháng 12/2030": Decimal("58.21")}
    assert not named(chart_of(made, forecast=FORECAST), name).stands_alone
    made.reports({"2026-Q4": 44}, LATER)
    assert named(chart_of(made, forecast=FORECAST), name).stands_alone


def test_scenarios_and_versions_are_taken_along() -> None:
    made = office(target={"value": 60}, y2025=40)
    adds_own(made, "2026-Q2", 45)
    takes_over(made)
    (own,) = [series for series in chart_of(made).series if series.role is Role.SCENARIO]
    assert own.name_vi.startswith("Kịch bản Tăng trưởng cao")
    assert "<" not in own.name_vi
    versions = scenarios.versions_of_target(made.store, made.commune, "1", AT)
    assert version_notes(made.judged("2026-Q3"), versions, shown_at("2026-Q3")) == ["Phiên bản 2 từ 01/07/2028"]


def test_the_heat_map_shows_no_quarter_that_has_not_begun() -> None:
    made = office(target={"value": 60}, y2025=40)
    found = progress.overview(made.store, made.commune, "2026-Q3", AT)
    heat = heat_map_of(shown_at("2026-Q3", today=date(2026, 7, 1)), found)
    (row,) = heat.rows
    assert (row.number, row.name_vi, len(row.statuses)) == ("1", "Chỉ tiêu thử", 20)
    assert row.statuses == ("no_report",) * 3 + (None,) * 17


def test_a_picture_says_how_it_was_judged_and_of_whom() -> None:
    made = office(target={"value": 60, "lead_unit": "Phòng Kinh tế"}, y2025=40)
    found = progress.overview(made.store, made.commune, "2026-Q3", AT)
    words = words_of(draw_groups_of(shown_at("2026-Q3", unit="Phòng Kinh tế"), found, ["Xã Vĩnh Thử"]))
    assert words[1:4] == [
        "Xã Vĩnh Thử", "Đánh giá theo kịch bản «Mức dưới».", "Chỉ gồm chỉ tiêu của: Phòng Kinh tế.",
    ]  # fmt: skip


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def check_png(content: bytes, millimetres: int) -> None:
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.width) == ("PNG", int(millimetres / 25.4 * 200))


def title_of(content: bytes) -> Any:
    return ElementTree.fromstring(content).find(".//{http://purl.org/dc/elements/1.1/}title")


@pytest.mark.browser
def test_charts_come_as_png_and_svg(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/chi-tieu?period=2026-Q3&target=17")
    png, svg = (desktop_page.get_by_role("button", name=f"Tải ảnh {kind}") for kind in ("PNG", "SVG"))
    name, content = saved(desktop_page, png)
    assert name == "bieu-do-chi-tieu-17-vinh_thinh-2026-Q3.png"
    check_png(content, 160)
    name, content = saved(desktop_page, svg)
    assert name == "bieu-do-chi-tieu-17-vinh_thinh-2026-Q3.svg"
    assert title_of(content).text == "17. Tỷ lệ dân số được sử dụng nước sạch"

    open_view(desktop_page, f"{reported}/?period=2026-Q3")
    expect(png).to_have_count(0)
    desktop_page.get_by_text("Tải ảnh các biểu đồ").click()
    expect(png).to_have_count(2)
    name, content = saved(desktop_page, png.first)
    assert name == "ban-do-tien-do-vinh_thinh-2026-Q3.png"
    check_png(content, 250)
    name, content = saved(desktop_page, svg.last)
    assert name == "tinh-trang-theo-nhom-vinh_thinh-2026-Q3.svg"
    assert title_of(content).text == "Tình trạng các chỉ tiêu theo nhóm, quý III/2026"
