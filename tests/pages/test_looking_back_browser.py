"""Looking back in a real browser: the banner, links that keep the moment, the field for a day, two widths."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from indicators.wording import looking_back as words
from tests.pages.conftest import open_view, wait_until_drawn

THEN = "as_of=2026-07-10"


def test_a_chosen_day_is_kept_by_every_link_until_the_way_back(desktop_page: Page, reported: str) -> None:
    open_view(desktop_page, f"{reported}/?order=worst")
    desktop_page.locator(".kpi-moment summary").click()
    desktop_page.locator("#kpi-as_of").fill("10/07/2026")
    desktop_page.get_by_role("button", name=words.CHOOSE_BUTTON).click()
    banner = desktop_page.locator(".kpi-back")
    expect(banner).to_contain_text("hết ngày 10/07/2026")
    expect(desktop_page).to_have_url(re.compile(re.escape(f"as_of={quote('10/07/2026', safe='')}")))
    desktop_page.locator('.kpi-head nav a[href*="nhap-so-lieu"]').click()
    expect(desktop_page.get_by_text(words.NO_WRITING)).to_be_visible()
    expect(desktop_page).to_have_url(re.compile(THEN))
    expect(desktop_page.get_by_test_id("stFileUploader")).to_have_count(0)
    expect(desktop_page.locator(".kpi-history")).not_to_contain_text("bao_cao_quy_3_2026.xlsx")
    banner.get_by_role("link", name=words.BACK_TO_LATEST).click()
    expect(banner).to_have_count(0)
    expect(desktop_page.locator(".kpi-history")).to_contain_text("bao_cao_quy_3_2026.xlsx")


def test_two_moments_are_compared_from_the_banner_on_a_phone_too(
    phone_page: Page, desktop_page: Page, reported: str
) -> None:
    for page in (desktop_page, phone_page):
        open_view(page, f"{reported}/?{THEN}")
        page.get_by_role("link", name=words.COMPARE_WITH_LATEST).click()
        expect(page.locator(".kpi-compared")).to_contain_text("Từ hết ngày 10/07/2026 đến nay")
        wait_until_drawn(page)
        expect(page.locator(".kpi-of-acts tbody tr")).to_have_count(1)
        expect(page.locator(".kpi-of-values tbody tr").first).to_contain_text("Lần gửi số 3")
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
