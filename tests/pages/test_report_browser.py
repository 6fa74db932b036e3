"""Báo cáo in a browser: its files open as what they say they are, and nothing is wider than the screen."""

from io import BytesIO
from zipfile import ZipFile

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.pages.conftest import open_view

QUARTER = "bao-cao?period=2026-Q3"


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that the button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def parts(content: bytes) -> list[str]:
    return ZipFile(BytesIO(content)).namelist()


def test_the_report_comes_as_word_excel_and_pdf(reported: str, desktop_page: Page) -> None:
    open_view(
        desktop_page, f"{reported}/{QUARTER}&unit=Trung+t%C3%A2m+Ph%E1%BB%A5c+v%E1%BB%A5+h%C3%A0nh+ch%C3%ADnh+c%C3%B4ng"
    )
    expect(desktop_page.get_by_role("link", name="Báo cáo", exact=True)).to_have_attribute("aria-current", "page")
    name, content = downloaded(desktop_page, "Word (.docx)")
    assert name == "bao-cao-vinh_thinh-2026-Q3-trung-tam-phuc-vu-hanh-chinh-cong.docx"
    assert "word/document.xml" in parts(content)
    name, content = downloaded(desktop_page, "Excel (.xlsx)")
    assert name.endswith(".xlsx")
    assert "xl/workbook.xml" in parts(content)
    name, content = downloaded(desktop_page, "PDF")
    assert name.endswith(".pdf")
    assert content.startswith(b"%PDF")


def test_the_reminder_and_the_calendar_come_too(reported: str, phone_page: Page) -> None:
    open_view(phone_page, f"{reported}/{QUARTER}")
    assert phone_page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone_page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth") <= 390
    _, content = downloaded(phone_page, "Công văn đôn đốc (Word)")
    assert "word/document.xml" in parts(content)
    name, content = downloaded(phone_page, "Lịch hạn gửi (.ics)")
    assert name == "han-gui-bao-cao-vinh_thinh.ics"
    assert Calendar.from_ical(content).walk("VEVENT")


def test_whose_report_is_chosen_by_list(reported: str, desktop_page: Page) -> None:
    open_view(desktop_page, f"{reported}/{QUARTER}")
    desktop_page.locator("#kpi-unit").select_option(label="Phòng Kinh tế")
    expect(desktop_page.get_by_text("phần do Phòng Kinh tế chủ trì")).to_be_visible()
    desktop_page.locator("#kpi-occasion").select_option(label="Sơ kết năm")
    expect(desktop_page.locator(".kpi-report h2")).to_contain_text("Sơ kết")
    expect(desktop_page.locator(".kpi-report h2")).to_contain_text("Phòng Kinh tế")
