"""A review frozen in a real browser: what comes later does not move it, and is told against the latest."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from indicators.wording import review_page as words
from tests.intake.sheets import HEADER, TITLE, WATER, xlsx
from tests.pages.conftest import fill_store, open_view, wait_until_drawn
from tests.pages.test_sending import choose_file, record_as

pytestmark = pytest.mark.browser

NAME = "Đánh giá giữa nhiệm kỳ 2026"
PICTURE = ".kpi-table"


@pytest.fixture(scope="module")
def office(dashboard: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    return dashboard(fill_store(tmp_path_factory.mktemp("review") / "kpi.duckdb", 3))


def look_from(page: Page, side: words.View) -> None:
    page.locator(".kpi-review-views").get_by_text(words.VIEWS[side], exact=True).click()
    page.locator(".kpi-review-views [aria-current]").get_by_text(words.VIEWS[side], exact=True).wait_for()
    wait_until_drawn(page)


def is_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth > innerWidth"))


def test_what_is_frozen_stays_and_what_came_later_is_told(
    desktop_page: Page, phone_page: Page, office: str, tmp_path: Path
) -> None:
    """Of clean water 98,9 was frozen; 97,3 comes later."""
    page, address = desktop_page, f"{office}/ban-chot?commune=vinh_thinh"
    open_view(page, address)
    page.get_by_label(words.BY_LABEL).fill("Trần Thị Bình")
    page.get_by_text(words.CONFIRM).click()
    page.get_by_role("button", name=words.FREEZE).click()
    expect(page.locator(".kpi-said.kpi-good")).to_contain_text(f"Đã chốt «{NAME}»", timeout=120_000)
    fingerprint = page.locator(".kpi-fingerprint").inner_text()
    expect(page.locator(".kpi-said.kpi-good")).to_contain_text(fingerprint)
    expect(page.locator(".kpi-review-list tbody tr")).to_contain_text(words.WHOLE[0])
    picture = page.locator(PICTURE).inner_text()
    assert "98,9%" in picture

    with page.expect_download() as download:
        page.get_by_role("button", name=words.DOWNLOAD_FOLDER).click()
    assert download.value.suggested_filename == f"{NAME}.zip"
    with ZipFile(BytesIO(Path(download.value.path()).read_bytes())) as archive:
        assert f"{NAME}/bao_cao.docx" in archive.namelist()

    open_view(page, f"{office}/nhap-so-lieu?commune=vinh_thinh")
    sheet = tmp_path / "sua.xlsx"
    sheet.write_bytes(xlsx(TITLE, [*HEADER, "Thực hiện quý III/2026"], [*WATER, 97.3]))
    choose_file(page, sheet)
    record_as(page, "Lan")
    expect(page.locator(".kpi-said")).to_contain_text("Đã ghi lần gửi số 4")

    open_view(page, address)
    assert page.locator(PICTURE).inner_text() == picture
    look_from(page, words.View.LATEST)
    expect(page.locator(".kpi-review-count")).to_have_text(words.CHANGED_OF.format(changed=1, total=30))
    line = page.locator(".kpi-review-table tbody tr").first
    for said in ("98,9%", "97,3%", "lần gửi 4, tệp sua.xlsx, Lan"):
        expect(line).to_contain_text(said)

    for side in words.View:
        open_view(phone_page, f"{address}&part={side}")
        assert not is_sideways(phone_page), side
