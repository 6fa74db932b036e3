"""The detail and the overview in a real browser: later plan versions, an own scenario, a forecast."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from indicators.store import Row, Transaction, open_store
from tests.pages.conftest import fill_store, open_view

pytestmark = pytest.mark.browser

COMMUNE = {"commune": "vinh_thinh"}
#: Health insurance, target 12: ≥ 99% by 2030, the three sheets of 2026 said 92.8, 93.6 and 94.1.
MEASURED = {"2026": "94.3", "2027-Q1": "94.6", "2027-Q2": "95.1"}


@pytest.fixture(scope="module")
def changed(dashboard: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a dashboard on a store whose plan was changed twice and has a scenario of the office's own."""
    path = fill_store(tmp_path_factory.mktemp("changed") / "kpi.duckdb", 3)
    with open_store(path) as store:
        targets = store.rows("plan_targets", **COMMUNE, plan=1)
        (number,) = store.rows("next_upload")[0].values()
        measure = next(row["measure"] for row in targets if row["target"] == "12")
        with store.writing() as transaction:
            _takes_over(transaction, targets)
            _adds_scenario(transaction)
            _reports(transaction, measure, number)
    return dashboard(path)


def _takes_over(transaction: Transaction, targets: list[Row]) -> None:
    """Version 2 says the same and adds a scenario; version 3 wants 99.5 of health insurance."""
    for plan, first, number, goal in (
        (2, date(2026, 7, 1), "45/NQ-HĐND", 99),
        (3, date(2028, 7, 1), "07/NQ-HĐND", 99.5),
    ):
        row = {"plan": plan, "name_vi": "Kế hoạch điều chỉnh", "document_number": number, "baseline_year": 2025}
        dates = {"document_date": date(2026, 6, 15), "valid_from": first, "recorded_at": datetime(2026, 6, 20)}
        transaction.run("insert_plan", **COMMUNE, **row, **dates, recorded_by="Trần Thị Bình", origin="sheet")
        changes: dict[str, Row] = {"12": {"value": Decimal(str(goal))}}
        transaction.run_each(
            "insert_target", [target | {"plan": plan} | changes.get(target["target"], {}) for target in targets]
        )


def _adds_scenario(transaction: Transaction) -> None:
    named = {"scenario": "kb1", "ordinal": 1, "name_vi": "Tăng trưởng cao", "sector_vi": ""}
    transaction.run("insert_scenario", **COMMUNE, plan=2, **named)
    for period, value in (("2027-Q2", "94.9"), ("2027", "97")):
        row = {"plan": 2, "target": "12", "scenario": "kb1", "period": period, "value": Decimal(value)}
        transaction.run("insert_milestone", **COMMUNE, **row)


def _reports(transaction: Transaction, measure: str, number: int) -> None:
    upload = COMMUNE | {"upload": number}
    file = {"period": None, "file_name": "quy.xlsx", "sha256": "0", "content": b"", "recorded_by": "Lan"}
    file |= {"correction_reason": None}
    transaction.run("insert_upload", **upload, **file, recorded_at=datetime(2026, 11, 3))
    place = {"match": "code", "sheet": "Biểu", "cell": "F8", "estimate": False, "measure": measure}
    place |= {"numerator": None, "denominator": None}
    rows = [upload | place | {"period": period, "value": Decimal(value)} for period, value in MEASURED.items()]
    transaction.run_each("insert_observation", rows)


def test_the_detail_shows_versions_scenario_and_forecast(desktop_page: Page, changed: str) -> None:
    """At the end of June 2027, 18 of 60 months: 92.5 + 6.5 × 18/60 = 94.45; 95.1 reached, the scenario wants 94.9."""
    open_view(desktop_page, f"{changed}/chi-tieu?target=12&period=2027-Q2")
    chart = desktop_page.locator(".js-plotly-plot")
    for name in ("Kịch bản Tăng trưởng cao", "Dự báo (khoảng tin cậy 80%)", "Đường găng (chưa phê duyệt)"):
        expect(chart.locator(".legendtext", has_text=name)).to_be_visible()
    for version in ("Phiên bản 2", "Phiên bản 3"):
        expect(chart.locator(".annotation-text", has_text=version)).to_be_visible()
    page = desktop_page.locator('[data-testid="stMain"]')
    expect(page).to_contain_text("Quý II/2027, thực hiện đang theo kịch bản «Tăng trưởng cao» (mốc 94,9%).")
    expect(page).to_contain_text("Dự báo đến hết năm 2030")
    versions = desktop_page.locator(".kpi-section", has_text="Phiên bản kế hoạch").locator("tbody tr")
    expect(versions).to_have_count(3)
    expect(versions.nth(0)).to_contain_text("01/01/2026 - 30/06/2026")
    expect(versions.nth(1)).to_contain_text("01/07/2026 - 30/06/2028đánh giá quý II/2027")
    expect(versions.nth(2)).to_contain_text("07/NQ-HĐND, 15/06/2026")
    expect(versions.nth(2)).to_contain_text("phiên bản trước: ≥ 99% đến năm 2030")


def test_the_chosen_scenario_sets_the_milestone_and_leaves_the_chart_on_a_click(
    desktop_page: Page, changed: str
) -> None:
    open_view(desktop_page, f"{changed}/chi-tieu?target=12&period=2027-Q2&scenario=kb1")
    figures = desktop_page.locator(".kpi-figures")
    expect(figures).to_contain_text("Mốc theo kịch bản «Tăng trưởng cao»94,9%")
    lines = desktop_page.locator(".js-plotly-plot .scatterlayer .trace")
    expect(lines.first).to_be_visible()
    before = lines.count()
    entry = desktop_page.locator(".legend .traces", has_text="Kịch bản Tăng trưởng cao")
    entry.locator(".legendtoggle").click()
    expect(lines).to_have_count(before - 1)


def test_on_a_phone_nothing_runs_beside_the_screen(phone_page: Page, changed: str) -> None:
    open_view(phone_page, f"{changed}/chi-tieu?target=12&period=2027-Q2")
    chart = phone_page.locator(".js-plotly-plot")
    expect(chart.locator(".annotation-text", has_text="Phiên bản 2")).to_be_visible()
    right = chart.evaluate("(box) => box.getBoundingClientRect().right")
    texts = chart.locator(".legendtext, .annotation-text, .xtick text").all()
    edges = [text.evaluate("(text) => text.getBoundingClientRect().right") for text in texts]
    assert max(edges) <= right
    tables = phone_page.locator(".kpi-cards-table")
    wider = tables.evaluate_all("(all) => all.map((one) => one.scrollWidth - one.parentElement.clientWidth)")
    assert max(wider) <= 0


def test_the_overview_counts_and_says_what_it_takes(desktop_page: Page, changed: str) -> None:
    open_view(desktop_page, f"{changed}/?period=2026-Q3")
    expect(desktop_page.locator(".kpi-tally")).to_have_text(
        "Đạt và vượt mốc 14/22 · chưa đạt mốc 4/22 · chưa đánh giá 4/22"
    )
    card = desktop_page.locator(".kpi-card", has_text="Tỷ lệ giải ngân vốn đầu tư công")
    expect(card).to_contain_text("Mỗi tháng còn lại cần thêm 9,9 điểm %")  # (100 − 70.3) / 3
    held = desktop_page.locator(".kpi-row", has=desktop_page.locator(".kpi-holds-back"))
    expect(held).to_have_count(1)
    expect(held).to_contain_text("kéo lùi chỉ tiêu 19")
    jobs = desktop_page.locator(".kpi-row", has_text="Số người được giải quyết việc làm mới trong năm")
    expect(jobs).to_contain_text("80,4% KH năm")  # 402 of 500
