"""The pages in a real browser, on a store with three quarterly reports."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.conftest import open_view, wait_until_drawn

pytestmark = pytest.mark.browser
PAGES = ("/", "/chi-tieu", "/nhap-so-lieu")


def test_the_overview_says_what_is_behind_and_by_how_much(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/?period=2026-Q3")
    expect(desktop_page.locator("html")).to_have_attribute("lang", "vi")
    expect(desktop_page.locator(".kpi-lead h2")).to_contain_text("4 trong 22 chỉ tiêu cần chú ý")
    card = desktop_page.locator(".kpi-card", has_text="Tỷ lệ giải ngân vốn đầu tư công")
    expect(card).to_contain_text("−4,7")
    expect(card).to_contain_text("chậm 0,6 tháng")
    expect(card).to_contain_text("Phòng Kinh tế")
    row = desktop_page.locator(".kpi-row", has_text="Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều")
    expect(row).to_contain_text("0,63")
    expect(row).to_contain_text("sớm 2 quý")
    assert desktop_page.locator(".kpi-row").count() == 30
    assert desktop_page.locator(".kpi-heat tbody tr").count() == 22


def test_a_row_leads_on_inside_the_session_and_back(desktop_page: Page, reported: str) -> None:
    sockets: list[str] = []
    desktop_page.on("websocket", lambda socket: sockets.append(socket.url))
    open_view(desktop_page, f"{reported}/?period=2026-Q3&order=worst")
    desktop_page.locator(".kpi-row", has_text="Tỷ lệ dân số tham gia bảo hiểm y tế").locator(".kpi-c-actual").click()
    expect(desktop_page.locator("h1")).to_have_text("Tỷ lệ dân số tham gia bảo hiểm y tế")
    assert "target=12" in desktop_page.url
    assert "order=worst" in desktop_page.url
    expect(desktop_page.locator(".js-plotly-plot .legendtext").first).to_be_visible()
    desktop_page.get_by_role("link", name="Chỉ tiêu sau").click()
    expect(desktop_page.locator("h1")).to_contain_text("bảo hiểm xã hội")
    desktop_page.go_back()
    desktop_page.go_back()
    expect(desktop_page.locator("h1")).to_have_text("Quý III/2026")
    assert len(sockets) == 1, "the browser opened a new session"


def test_choosing_a_period_changes_the_address_which_opens_again(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/?period=2026-Q3")
    desktop_page.locator("#kpi-period").select_option(label="Quý II")
    expect(desktop_page.locator("h1")).to_have_text("Quý II/2026")
    desktop_page.get_by_role("link", name="Mức trên").click()
    expect(desktop_page.locator(".kpi-switch [aria-current]", has_text="Mức trên")).to_be_visible()
    sentence = desktop_page.locator(".kpi-lead h2").inner_text()
    other = desktop_page.context.new_page()
    open_view(other, desktop_page.url)
    expect(other.locator("h1")).to_have_text("Quý II/2026")
    assert other.locator(".kpi-lead h2").inner_text() == sentence


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/?period=2031-Q1", "«2031-Q1»"),
        ("/?commune=khong_co", "«khong_co»"),
        ("/?scenario=%3Cscript%3E", "«<script>»"),
        ("/chi-tieu?target=99", "«99»"),
        ("/chi-tieu/?target=99", "«99»"),
    ],
)
def test_a_wrong_address_falls_back_and_says_so(desktop_page: Page, reported: str, address: str, said: str) -> None:
    open_view(desktop_page, reported + address)
    expect(desktop_page.locator(".kpi-notice").first).to_contain_text(said)
    expect(desktop_page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_never_scrolls_sideways(phone_page: Page, reported: str, address: str) -> None:
    open_view(phone_page, reported + address)
    phone_page.locator("h1").wait_for()
    widths = phone_page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
            .map((box) => box.scrollWidth - box.clientWidth)"""
    )
    assert widths == [0, 0]


def test_on_a_phone_rows_are_cards(phone_page: Page, reported: str) -> None:
    open_view(phone_page, reported)
    row = phone_page.locator(".kpi-row").first
    assert row.evaluate("(row) => getComputedStyle(row).display") == "grid"
    row.click()
    wait_until_drawn(phone_page)
    expect(phone_page.locator("h1")).to_contain_text("Thu ngân sách nhà nước")


def test_the_overview_is_light(desktop_page: Page, reported: str) -> None:
    """Compressed, and without Plotly, which comes with the first chart."""
    received: list[tuple[str, str | None]] = []
    desktop_page.on("response", lambda answer: received.append((answer.url, answer.headers.get("content-encoding"))))
    open_view(desktop_page, reported)
    scripts = [(url, encoding) for url, encoding in received if url.endswith(".js")]
    assert scripts
    assert not [url for url, _ in scripts if "Plotly" in url]
    sizes = desktop_page.evaluate("performance.getEntriesByType('resource').map((r) => [r.name, r.encodedBodySize])")
    assert not [name for name, size in sizes if name.endswith(".js") and size > 400_000]
    assert sum(size for _, size in sizes) < 2_000_000
