"""A quarter's sheet from the file to the chart and back, in a real browser, as an office does it."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.pages.conftest import SAMPLES, open_view, wait_until_drawn

pytestmark = pytest.mark.browser


def choose_file(page: Page, file: Path) -> None:
    wait_until_drawn(page)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("3. Kiểm tra những gì đã đọc được").wait_for()
    wait_until_drawn(page)


def choose_upload(page: Page, name: str) -> None:
    """A list closes when its page scrolls: the form is given time to unfold and to come into sight."""
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Rút lần gửi").scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    page.get_by_label("Lần gửi cần rút").click()
    page.get_by_role("option", name=name).click()


def record_as(page: Page, name: str) -> None:
    page.get_by_label("Họ và tên người gửi").fill(name)
    page.get_by_role("button", name=re.compile(r"^Ghi \d+ số liệu$")).click()


def test_a_report_goes_from_the_file_to_the_chart_and_back(desktop_page: Page, unreported: str) -> None:
    page = desktop_page
    open_view(page, unreported)
    expect(page.locator(".kpi-empty")).to_contain_text("Chưa có số liệu nào")
    page.get_by_role("link", name="Nhập số liệu kỳ đầu tiên").click()

    choose_file(page, SAMPLES / "bao_cao_quy_1_2026.xlsx")
    expect(page.locator(".kpi-preview-what")).to_have_text("Xã Vĩnh Thịnh, quý I/2026")
    expect(page.get_by_role("radio", name="Mới (52)")).to_be_visible()
    expect(page.get_by_text("Chưa có lần gửi nào.")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Ghi 52")).click()
    expect(page.locator(".kpi-said")).to_contain_text("Chưa ghi họ tên người thực hiện")
    record_as(page, "Trần Thị Bình")
    expect(page.locator(".kpi-said")).to_contain_text("Đã ghi lần gửi số 1: 52 số liệu")

    choose_file(page, SAMPLES / "bao_cao_quy_2_2026.xlsx")
    expect(page.locator(".kpi-reading-table")).to_contain_text("Giữ nguyên")
    record_as(page, "Trần Thị Bình")
    page.get_by_role("link", name="Xem tổng quan quý II/2026").click()
    expect(page.locator("h1")).to_have_text("Quý II/2026")

    page.locator(".kpi-row", has_text="Tỷ lệ dân số tham gia bảo hiểm y tế").click()
    chart = page.locator(".js-plotly-plot")
    expect(chart).to_be_visible()
    points = chart.evaluate("(plot) => plot.data.find((line) => line.name === 'Thực hiện').text")
    assert points == ["Quý I/2026: 92,8%", "Quý II/2026: 93,6%"]
    expect(page.locator(".kpi-list-table").last).to_contain_text("bao_cao_quy_2_2026.xlsx")

    page.get_by_role("link", name="Nhập số liệu").first.click()
    choose_file(page, SAMPLES / "bao_cao_quy_2_2026.xlsx")
    expect(page.locator(".kpi-said")).to_contain_text("đã được ghi ở lần gửi số 2")
    expect(page.get_by_label("Họ và tên người gửi")).to_have_count(0)

    page.get_by_text("Rút một lần gửi").click()
    choose_upload(page, "Số 2")
    page.get_by_label("Họ và tên người rút").fill("Trần Thị Bình")
    page.get_by_text("Tôi xác nhận rút lần gửi này").click()
    page.get_by_role("button", name="Rút lần gửi").click()
    expect(page.locator(".kpi-said", has_text="Chưa ghi lý do")).to_be_visible()
    page.get_by_label("Lý do rút").fill("Gửi nhầm tệp")
    page.get_by_role("button", name="Rút lần gửi").click()
    expect(page.locator(".kpi-said", has_text="Đã rút lần gửi số 2")).to_be_visible()
    expect(page.locator("tr.kpi-withdrawn")).to_contain_text("Gửi nhầm tệp")
    open_view(page, f"{unreported}/chi-tieu?target=12&period=2026-Q2")
    expect(page.locator(".kpi-finding")).to_contain_text("Chưa có số liệu quý II/2026; số gần nhất là 92,8%")
    expect(page.locator("tr.kpi-withdrawn").last).to_contain_text("93,6")


def test_a_likely_row_is_confirmed_and_a_missing_period_is_asked_for(
    desktop_page: Page, unreported: str, tmp_path: Path
) -> None:
    page = desktop_page
    workbook = Workbook()
    sheet = workbook.create_sheet("Số liệu", 0)
    for row in (["TT", "Chỉ tiêu", "ĐVT", "Thực hiện"], [1, "Tỉ lệ dân số có bảo hiểm y tế", "%", 94.1]):
        sheet.append(row)
    workbook.save(tmp_path / "bieu.xlsx")
    open_view(page, f"{unreported}/nhap-so-lieu?commune=vinh_thinh")
    choose_file(page, tmp_path / "bieu.xlsx")
    expect(page.locator(".kpi-issues.kpi-bad")).to_contain_text("Không xác định được kỳ báo cáo")
    page.get_by_label("Biểu chưa ghi kỳ báo cáo").fill("Tháng 7/2026")
    page.get_by_role("option", name="Tháng 7/2026").click()
    expect(page.locator("tr.kpi-likely")).to_contain_text("trong biểu ghi: «Tỉ lệ dân số có bảo hiểm y tế»")
    record_as(page, "Trần Thị Bình")
    expect(page.locator(".kpi-said")).to_contain_text("cần xác nhận trước khi ghi")
    page.get_by_text("Tôi đã kiểm tra 1 dòng nhận dạng gần đúng").click()
    record_as(page, "Trần Thị Bình")
    expect(page.locator(".kpi-said")).to_contain_text("Đã ghi lần gửi số")
    page.get_by_role("link", name="Xem tổng quan tháng 7/2026").click()
    expect(page.locator("h1")).to_have_text("Tháng 7/2026")


def test_what_is_not_a_sheet_gets_one_sentence(desktop_page: Page, unreported: str, tmp_path: Path) -> None:
    wrong = tmp_path / "bao_cao.xlsx"
    wrong.write_text("không phải bảng tính")
    open_view(desktop_page, f"{unreported}/nhap-so-lieu")
    choose_file(desktop_page, wrong)
    expect(desktop_page.locator(".kpi-issues")).to_contain_text("không phải là bảng tính")
    expect(desktop_page.get_by_label("Họ và tên người gửi")).to_have_count(0)


def test_the_template_comes_as_a_workbook(desktop_page: Page, unreported: str) -> None:
    open_view(desktop_page, f"{unreported}/nhap-so-lieu?period=2026-Q3")
    with desktop_page.expect_download() as download:
        desktop_page.get_by_role("button", name="Tải biểu mẫu quý III/2026").click()
    assert download.value.suggested_filename == "bieu-nhap-vinh_thinh-2026-Q3.xlsx"
    assert download.value.path().read_bytes()[:2] == b"PK"
