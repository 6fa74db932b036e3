"""Stores for the page tests, filled from the sample sheets as an office would."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Page

from indicators.catalogue import load_catalogue
from indicators.enrolment import enrol
from indicators.intake import Sending, read_workbook
from indicators.ledger import record
from indicators.settings import CATALOGUE, ROOT
from indicators.store import open_store
from tests.history import folder_of_run

SAMPLES = ROOT / "data" / "samples"


def fill_store(path: Path, quarters: int) -> Path:
    """A store at `path` with the first quarterly reports of 2026 recorded, each on the 3rd after its quarter."""
    copyfile(_filled(quarters), path)
    return path


@cache
def _filled(quarters: int) -> Path:
    """Made once a process, to be copied."""
    path = folder_of_run() / "kpi.duckdb"
    catalogue = load_catalogue(CATALOGUE)
    with open_store(path) as store:
        enrol(store, catalogue, by="Danh mục", at=datetime(2026, 1, 5))
        for number in range(1, quarters + 1):
            file = SAMPLES / f"bao_cao_quy_{number}_2026.xlsx"
            reading = read_workbook(file.read_bytes(), catalogue, Sending("vinh_thinh"))
            moment = datetime(2026, 3 * number + 1, 3, 2, 15)
            record(store, file.read_bytes(), file.name, reading, by="Nguyễn Văn An", at=moment)
    return path


@pytest.fixture(scope="module")
def reported(dashboard: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a dashboard on a store with three quarterly reports."""
    return dashboard(fill_store(tmp_path_factory.mktemp("reported") / "kpi.duckdb", 3))


@pytest.fixture(scope="module")
def unreported(dashboard: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a dashboard on an empty store."""
    return dashboard(fill_store(tmp_path_factory.mktemp("unreported") / "kpi.duckdb", 0))


def open_view(page: Page, address: str) -> None:
    """Opens an address and waits until its page has been drawn."""
    page.goto(address)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    page.locator(".kpi-head").wait_for()
    page.locator('.stApp[data-test-script-state="notRunning"]').wait_for()
