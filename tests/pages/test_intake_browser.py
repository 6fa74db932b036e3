"""A sheet with troubles in a real browser: from a mark to its sentence and back, sent back, its rest taken."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.intake.sheets import HEADER, TITLE, WATER, xlsx
from tests.pages.conftest import open_view
from tests.pages.test_sending import choose_file

pytestmark = pytest.mark.browser

INSURED = ["12", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%"]
WIDE = [f"Ghi chú rất dài của cột số {number}" for number in range(12)]


def troubled(folder: Path) -> Path:
    path = folder / "bieu.xlsx"
    head = [*HEADER, "Thực hiện quý III/2026", *WIDE]
    path.write_bytes(xlsx(TITLE, head, [*WATER, "chín mươi"], [*INSURED, 94.1], name="Quý 3"))
    return path


def is_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth > innerWidth"))


def test_a_trouble_leads_to_its_cell_and_back_and_the_rest_is_taken(
    desktop_page: Page, unreported: str, tmp_path: Path
) -> None:
    page = desktop_page
    open_view(page, f"{unreported}/nhap-so-lieu?commune=vinh_thinh")
    choose_file(page, troubled(tmp_path))
    cell = page.locator(".kpi-sheet td.kpi-has-error")
    expect(cell).to_have_text(re.compile("chín mươi"))
    page.locator(".kpi-issues").get_by_role("link", name="Quý 3!D3").click()
    expect(cell).to_be_focused()
    cell.get_by_role("link").click()
    expect(page.locator("#van-de-1")).to_be_focused()

    page.get_by_role("radio", name="Thay đổi (0)").click()
    expect(page.get_by_text("Không có số liệu nào thuộc nhóm này.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải lại chính tệp này").click()
    assert download.value.suggested_filename == "bieu-ghi-chu.xlsx"
    sent_back = load_workbook(BytesIO(download.value.path().read_bytes()))
    assert "cần một con số" in sent_back["Quý 3"]["D3"].comment.text

    page.get_by_label("Họ và tên người gửi").fill("Trần Thị Bình")
    page.get_by_text("Tôi đồng ý bỏ lại các ô: Quý 3!D3").click()
    expect(page.get_by_text("Không có số liệu nào thuộc nhóm này.")).to_be_visible()
    page.get_by_role("button", name="Ghi 1 số liệu còn lại").click()
    expect(page.locator(".kpi-said")).to_contain_text("Đã ghi lần gửi số 1: 1 số liệu")


def test_on_a_phone_a_wide_sheet_scrolls_inside_its_box_and_a_long_name_wraps(
    phone_page: Page, unreported: str, tmp_path: Path
) -> None:
    page = phone_page
    name = '"biểu" <img src=x onerror=alert(1)> ' + "rất_dài_" * 12 + ".xlsx"
    open_view(page, f"{unreported}/nhap-so-lieu?commune=vinh_phong")
    choose_file(page, troubled(tmp_path).rename(tmp_path / name))
    box = page.locator(".kpi-sheet-box")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert not is_sideways(page)
    expect(page.get_by_text(f"Tệp {name}: đọc được 1 số liệu")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
