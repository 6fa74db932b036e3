"""A dashboard beside another process that has the store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from indicators.store import open_store


@pytest.mark.browser
def test_a_taken_store_is_one_sentence_until_it_is_free(
    desktop_page: Page, dashboard: Callable[[Path], str], tmp_path: Path
) -> None:
    path = tmp_path / "kpi.duckdb"
    with open_store(path):
        address = dashboard(path)
        desktop_page.goto(address)
        expect(desktop_page.locator('[data-testid="stAlert"]')).to_contain_text(
            "đang được một chương trình khác sử dụng"
        )
        assert desktop_page.locator(".kpi-head").count() == 0
    desktop_page.reload()
    expect(desktop_page.locator(".kpi-empty")).to_be_visible()
