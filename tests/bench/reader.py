"""A reader in Chromium, and how long they wait. Every wait ends when what was asked for is painted (sites.py)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize

from tests.bench.relay import Relay
from tests.bench.sites import SCRIPT, Site
from tests.bench.stores import LATEST, PERIODS
from tests.conftest import CHROMIUM_SWITCHES, _find_program

_PATIENCE_MS = 60_000
_LOOKING_MS = 1500
_SCREEN: ViewportSize = {"width": 1440, "height": 900}


class Reader:
    """Someone at one site: a browser that remembers, and the tab they are looking at."""

    def __init__(self, context: BrowserContext, site: Site) -> None:
        context.set_default_timeout(_PATIENCE_MS)
        self._context = context
        self._site = site
        self._periods = cycle(PERIODS)
        self.page: Page = context.new_page()

    def load_ms(self) -> float:
        """From the address to the overview, in a new tab."""
        self.page.close()
        self.page = self._context.new_page()
        self.page.add_init_script(f"{SCRIPT}\nwindow.loaded = bench.painted({json.dumps(self._site.painted[LATEST])})")
        self.page.goto(self._site.overview(LATEST), wait_until="commit")
        return float(self.page.evaluate("window.loaded"))

    def choice_ms(self) -> float:
        """From choosing another period to its figures."""
        return self._site.choice_ms(self.page, next(self._periods))

    def first_chart_ms(self) -> float:
        """From a target's line to its chart, in a tab that has shown nothing but the overview for a moment."""
        self.load_ms()
        self.page.wait_for_timeout(_LOOKING_MS)
        return self._site.chart_ms(self.page)

    def chart_again_ms(self) -> float:
        """The same, back on the overview."""
        self.page.go_back()
        self.page.evaluate("signs => bench.painted(signs)", self._site.painted[LATEST])
        return self._site.chart_ms(self.page)


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=_chromium(), args=CHROMIUM_SWITCHES)


@contextmanager
def newcomer(browser: Browser, site: Site) -> Iterator[Reader]:
    """Someone whose browser has nothing in its cache."""
    context = browser.new_context(viewport=_SCREEN)
    yield Reader(context, site)
    context.close()


@contextmanager
def regular(playwright: Playwright, profile: Path, site: Site) -> Iterator[Reader]:
    """Someone who has been there before: files and compiled scripts are kept in the folder `profile`."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=_chromium(), args=CHROMIUM_SWITCHES, viewport=_SCREEN
    )
    reader = Reader(context, site)
    for _ in range(3):  # Chromium keeps a script compiled once it has seen it a few times
        reader.first_chart_ms()
    yield reader
    context.close()


def first_visit_ms(browser: Browser, site: Site) -> float:
    """From the address to the overview."""
    with newcomer(browser, site) as reader:
        return reader.load_ms()


def first_visit_kilobytes(browser: Browser, site: Site) -> float:
    """What goes both ways until nothing more comes, in thousands of bytes."""
    with Relay(site.address) as relay, newcomer(browser, site.at(relay.address)) as reader:
        reader.load_ms()
        return relay.bytes_when_quiet() / 1000


def _chromium() -> str:
    return _find_program("chromium", "chromium")
