"""Each page gives its tables away as Excel: built when asked for, known as of the page's own moment."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from openpyxl import load_workbook
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from indicators.settings import ROOT
from indicators.wording import screens
from indicators.wording import workbooks as words
from indicators.workbooks import About, Table, tables_workbook
from pages import downloads
from pages.record import open_record
from tests.pages.conftest import fill_store, open_view

Built = Callable[..., list[tuple[str, bytes]]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill_store(tmp_path_factory.mktemp("downloads") / "kpi.duckdb", 3)


@pytest.fixture
def built(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Built]:
    """`built(page, **parameters)`: (name, bytes) of the page's workbook; nothing was built while the page was drawn."""
    offered: list[tuple[str, Callable[[], bytes]]] = []

    def offer(label: str, *, data: Callable[[], bytes], file_name: str, on_click: str, **_: Any) -> None:
        if label == words.DOWNLOAD:
            assert on_click == "ignore"
            offered.append((file_name, data))

    def run(page: str, **parameters: str) -> list[tuple[str, bytes]]:
        monkeypatch.setenv("KPI_STORE", str(store))
        monkeypatch.setattr(st, "download_button", offer)
        calls = []

        def build(tables: Sequence[Table], about: About) -> bytes:
            calls.append(about)
            return tables_workbook(tables, about)

        monkeypatch.setattr(downloads, "tables_workbook", build)
        app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=30)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        assert not calls, "nothing is built before it is asked for"
        return [(name, data()) for name, data in offered]

    yield run
    open_record().store.close()
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.mark.parametrize(
    ("page", "parameters", "name", "sheets"),
    [
        ("overview.py", {}, "tong-quan-vinh_thinh-2026-Q3.xlsx", 2),
        ("detail.py", {"target": "12"}, "chi-tieu-12-vinh_thinh-2026-Q3.xlsx", 4),
        ("milestones.py", {}, "duong-gang-vinh_thinh-2026-Q3.xlsx", 3),
        ("units.py", {}, "co-quan-vinh_thinh-2026-Q3.xlsx", 3),
        ("plan.py", {}, "phien-ban-ke-hoach-vinh_thinh-2026-Q3.xlsx", 2),
        ("intake.py", {}, "cac-lan-gui-vinh_thinh-2026-Q3.xlsx", 1),
        ("compare.py", {}, "so-sanh-vinh_thinh-2026-Q3.xlsx", 3),
    ],
)
def test_a_page_gives_its_tables_away(
    built: Built, page: str, parameters: dict[str, str], name: str, sheets: int
) -> None:
    [(file_name, content)] = built(page, **parameters)
    assert file_name == name
    workbook = load_workbook(BytesIO(content))
    assert len(workbook.sheetnames) == sheets
    for sheet in workbook.worksheets:
        said = [sheet.cell(row, 1).value for row in (2, 3)]
        assert said[0] is not None
        assert str(said[0]).startswith("Xã Vĩnh Thịnh")
        assert str(said[1]).startswith("Theo số liệu có đến ngày ")


def test_a_page_that_looks_back_says_so_in_its_file(built: Built) -> None:
    """By the end of 10 July only two quarters had been recorded."""
    [(name, content)] = built("intake.py", as_of="2026-07-10")
    sheet: Any = load_workbook(BytesIO(content)).worksheets[0]
    assert "2026-07-10" in name
    assert sheet["A3"].value == "Theo số liệu có đến ngày 10/07/2026 (23:59)"
    assert [sheet.cell(row, 1).value for row in (5, 6, 7)] == [2, 1, None]


def test_what_two_moments_differ_in_is_given_away_as_numbers(built: Built) -> None:
    """By the sheet of the third quarter, as the samples have it: clean water 98,9%."""
    [(_, content)] = built("compare.py", **{"from": "2026-10-02", "period": "2026-Q3"})
    values, _, acts = load_workbook(BytesIO(content)).worksheets
    [row] = [row for row in values.iter_rows(values_only=True) if row[0] == "Tỷ lệ dân số được sử dụng nước sạch"]
    assert row[1:8] == ("Quý III/2026", "%", None, None, 98.9, None, "Thêm mới")
    assert str(row[8]).startswith("Lần gửi số 3 (bao_cao_quy_3_2026.xlsx), Nguyễn Văn An")
    assert str(values["A4"].value).startswith("Từ hết ngày 02/10/2026 đến nay: 26 số liệu thay đổi")
    assert len([row for row in acts.iter_rows(min_row=6, values_only=True) if row[0]]) == 1


def test_where_nothing_is_drawn_nothing_is_offered(built: Built) -> None:
    assert built("milestones.py", period="2024-Q1") == []


@pytest.mark.browser
def test_the_overviews_tables_come_from_its_button(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/?period=2026-Q3")
    with desktop_page.expect_download() as download:
        desktop_page.get_by_role("button", name=words.DOWNLOAD).click()
    assert download.value.suggested_filename == "tong-quan-vinh_thinh-2026-Q3.xlsx"
    workbook = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    targets: Any = workbook[words.TARGETS]
    headings = [cell.value for cell in targets[6]]
    assert len([row for row in targets.iter_rows(min_row=7) if row[0].value]) == 30
    assert headings[0] == screens.COLUMN_NUMBER
    insured = next(row for row in targets.iter_rows(min_row=7) if row[0].value == "12")
    assert insured[headings.index(screens.COLUMN_ACTUAL)].value == 94.1
    drawn = desktop_page.locator(".kpi-row", has_text="bảo hiểm y tế").locator(".kpi-c-actual")
    assert drawn.inner_text().startswith("94,1")
