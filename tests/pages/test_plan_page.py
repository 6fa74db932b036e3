"""A plan's workbook from the page to Excel and back, and 'phê duyệt đường găng', in a real browser."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from indicators.wording import plan_page as words
from tests.pages.conftest import fill_store, open_view, wait_until_drawn

pytestmark = pytest.mark.browser

LINES = ".kpi-plan-changes tbody tr"


@pytest.fixture
def planned(dashboard: Callable[[Path], str], tmp_path: Path) -> str:
    """The page on a store of its own with three quarterly reports."""
    return dashboard(fill_store(tmp_path / "kpi.duckdb", 3)) + "/ke-hoach?commune=vinh_thinh"


def download(page: Page) -> Workbook:
    wait_until_drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=words.DOWNLOAD, exact=True).click()
    assert re.fullmatch(r"ke-hoach-vinh_thinh-phien-ban-\d\.xlsx", download.value.suggested_filename)
    return load_workbook(BytesIO(Path(download.value.path()).read_bytes()))


def put(book: Workbook, sheet: str, code: str, title: str, value: Any, band: str = "") -> str:
    """Fills in the cell under this title, in the row of the code and the scenario; its address."""
    page = book[sheet]
    columns = {cell.value: column for column, cell in enumerate(page[4], start=1)}
    row = next(
        row for row in range(5, page.max_row + 1)
        if page.cell(row, 1).value == code and (not band or page.cell(row, columns["Kịch bản"]).value == band)
    )  # fmt: skip
    page.cell(row, columns[title]).value = value
    return f"{sheet}!{page.cell(row, columns[title]).coordinate}"


def send(page: Page, book: Workbook, file: Path) -> None:
    book.save(file)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(words.STEP_CHANGES).wait_for()
    wait_until_drawn(page)


def hold_from(page: Page, day: str) -> None:
    field = page.get_by_label(words.VALID_FROM_LABEL)
    field.fill(day)
    field.press("Tab")
    page.get_by_text(words.VALID_FROM_NEEDED).wait_for(state="detached")
    wait_until_drawn(page)


def test_a_changed_plan_goes_from_the_page_to_excel_and_back(desktop_page: Page, planned: str, tmp_path: Path) -> None:
    """The quarters reach the goal of 2030; the months between them lie evenly on the way, of which January's line is
    97,8: a third of the 0,3 from the milestone of 2029 (97,7) to quarter I."""
    page = desktop_page
    open_view(page, planned)
    expect(page.locator(".kpi-plan-now")).to_contain_text("Đang áp dụng: phiên bản 1")
    book = download(page)
    goal = put(book, "Chỉ tiêu", "12", "Mức dưới", 99.5)
    quarters = {
        quarter: put(book, "Mốc 2030", "12", quarter, value, "Mức dưới")
        for quarter, value in {"Quý I": 98, "Quý II": 98.5, "Quý III": 99, "Quý IV": 99.5}.items()
    }
    send(page, book, tmp_path / "kế hoạch sửa.xlsx")
    expect(page.get_by_text(words.VALID_FROM_NEEDED)).to_be_visible()
    expect(page.get_by_role("button", name=words.RECORD)).to_have_count(0)
    hold_from(page, "01/01/2030")

    expect(page.locator(".kpi-plan-counts")).to_have_text("12 thêm mới1 sửa")
    expect(page.locator(".kpi-plan-group")).to_have_count(1)
    lines = [" ".join(line.split()) for line in page.locator(LINES).all_inner_texts()]
    assert len(lines) == 13
    assert lines[0] == f"Mức dưới 99 → 99,5 ≠ Sửa {goal}"
    assert f"Mốc quý I/2030, mức dưới để trống → 98 + Thêm {quarters['Quý I']}" in lines
    assert f"Mốc quý IV/2030, mức dưới để trống → 99,5 + Thêm {quarters['Quý IV']}" in lines
    assert lines[1].startswith("Mốc tháng 1/2030, mức dưới để trống → 97,8 ")

    record = page.get_by_role("button", name=words.RECORD)
    page.get_by_label(words.BY_LABEL).first.fill("Trần Thị Bình")
    record.click()
    expect(page.locator(".kpi-said")).to_contain_text("Chưa ghi số văn bản quyết định")
    page.get_by_label(words.NUMBER_LABEL).first.fill("07/NQ-HĐND")
    page.get_by_label(words.DATE_LABEL).first.fill("31/02/2029")
    record.click()
    expect(page.locator(".kpi-said")).to_contain_text("«31/02/2029» ở ô «Ngày văn bản")
    page.get_by_label(words.DATE_LABEL).first.fill("15/12/2029")
    record.click()
    expect(page.locator(".kpi-said")).to_contain_text("Đã ghi phiên bản 2 của kế hoạch, hiệu lực từ 01/01/2030")

    newest = page.locator(".kpi-plan-versions tbody tr").first
    expect(newest).to_contain_text("07/NQ-HĐND, ngày 15/12/2029")
    expect(newest).to_contain_text("Tệp kế hoạch sửa.xlsx")
    with page.expect_download() as recorded:
        page.get_by_role("button", name=words.FILE_DOWNLOAD).click()
    assert Path(recorded.value.path()).read_bytes() == (tmp_path / "kế hoạch sửa.xlsx").read_bytes()

    page.locator(".kpi-said").get_by_role("link", name=words.SEE_PATH).click()
    expect(page.locator(".kpi-ms-page")).to_be_visible()
    open_view(page, planned.replace("/ke-hoach?", "/chi-tieu?target=12&period=2030-Q4&"))
    expect(page.locator(".kpi-facts")).to_contain_text("07/NQ-HĐND")
    expect(page.locator("main, .stMain").first).to_contain_text("≥ 99,5")


def test_a_wrong_plan_is_shown_with_cell_and_sentence_and_an_unchanged_one_is_refused(
    desktop_page: Page, planned: str, tmp_path: Path
) -> None:
    page = desktop_page
    open_view(page, planned)
    book = download(page)
    send(page, book, tmp_path / "khong_doi.xlsx")
    expect(page.locator(".kpi-said")).to_contain_text("không khác bản đang dùng nên không ghi bản mới")
    expect(page.get_by_role("button", name=words.RECORD)).to_have_count(0)

    cell = put(book, "Chỉ tiêu", "12", "Mức dưới", 120)
    send(page, book, tmp_path / "sai.xlsx")
    expect(page.locator(".kpi-issues.kpi-bad li")).to_contain_text(cell)
    expect(page.locator(".kpi-issues.kpi-bad li")).to_contain_text("không đường găng nào đạt được")
    expect(page.locator(LINES)).to_contain_text("120")
    hold_from(page, "01/01/2030")
    expect(page.locator(".kpi-issues.kpi-bad")).to_be_visible()
    expect(page.get_by_role("button", name=words.RECORD)).to_have_count(0)

    no_plan = tmp_path / "bao_cao.xlsx"
    no_plan.write_text("không phải bảng tính")
    page.locator("input[type=file]").set_input_files(no_plan)
    expect(page.locator(".kpi-issues.kpi-bad")).to_contain_text("không phải là bảng tính")
    expect(page.get_by_label(words.VALID_FROM_LABEL)).to_have_count(0)


def test_an_approved_path_is_a_version_and_cannot_be_approved_twice(desktop_page: Page, planned: str) -> None:
    page = desktop_page
    open_view(page, planned)
    year = page.locator(".kpi-plan-years tbody tr").last
    expect(year).to_contain_text("Chưa phê duyệt")
    page.get_by_text(words.APPROVAL_OPEN).click()

    def approve(said: str) -> None:
        page.get_by_role("button", name=words.APPROVE).click()
        expect(page.locator(".kpi-said")).to_contain_text(said)

    approve("hãy chọn ít nhất một năm")
    page.get_by_role("button", name="2030", exact=True).click()
    page.get_by_text(words.APPROVAL_CONFIRM).click()
    approve("Chưa ghi ngày bản kế hoạch có hiệu lực")
    page.get_by_label(words.APPROVAL_FROM).fill("01/01/2025")
    page.get_by_label(words.NUMBER_LABEL).fill("09/QĐ-UBND")
    page.get_by_label(words.BY_LABEL).fill("Trần Thị Bình")
    approve("sớm hơn ngày hiệu lực của bản mới nhất")
    page.get_by_label(words.APPROVAL_FROM).fill("01/01/2030")
    approve("Đã phê duyệt đường găng năm 2030 thành phiên bản 2 của kế hoạch, hiệu lực từ 01/01/2030")
    newest = page.locator(".kpi-plan-versions tbody tr").first
    expect(newest).to_contain_text(words.FROM_APPROVAL)
    expect(newest).to_contain_text("09/QĐ-UBND, ngày: chưa nhập")
    expect(year).to_contain_text("Đã phê duyệt")

    wait_until_drawn(page)
    page.get_by_role("button", name="2030", exact=True).click()
    page.get_by_text(words.APPROVAL_CONFIRM).click()
    page.get_by_label(words.APPROVAL_FROM).fill("01/01/2030")
    page.get_by_label(words.NUMBER_LABEL).fill("10/QĐ-UBND")
    approve("không còn mốc nào tính theo quy tắc")


def test_a_phone_shows_every_change_without_scrolling_sideways(phone_page: Page, planned: str, tmp_path: Path) -> None:
    page = phone_page
    open_view(page, planned)
    book = download(page)
    put(book, "Chỉ tiêu", "12", "Mức dưới", 99.5)
    put(book, "Chỉ tiêu", "12", "Cơ quan phối hợp", "Phòng Kinh tế; Công an xã; Trung tâm Phục vụ hành chính công")
    send(page, book, tmp_path / "ke_hoach.xlsx")
    hold_from(page, "01/01/2030")
    expect(page.locator(LINES)).to_have_count(2)
    line = page.locator(LINES).first
    expect(line).to_be_visible()
    assert line.evaluate("(row) => getComputedStyle(row).display") == "grid"
    page.get_by_text(words.APPROVAL_OPEN).click()
    widths = page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
            .map((box) => box.scrollWidth - box.clientWidth)"""
    )
    assert widths == [0, 0]
