"""What a reader waits for at the dashboard and at its peers, and what it costs the server."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from playwright.sync_api import Playwright

from tests.bench.comparison import Comparison
from tests.bench.reader import Reader, first_visit_kilobytes, first_visit_ms, launch, newcomer, regular
from tests.bench.servers import Server, dash_peer, dashboard, empty_page
from tests.bench.sites import dash_site, dashboard_site, empty_site
from tests.bench.stores import expected_in, filled_stores

DASH, PACKED, EMPTY = "Dash", "Dash with gzip", "empty Streamlit page"
_SIZES = 2  # they hardly differ
_SETTLED_MS = 200  # a server may be busy a little longer than its reader waits


def first_visits(playwright: Playwright, rounds: int) -> Iterator[Comparison]:
    """The overview in a browser that was never there, and what is sent for it."""
    with ExitStack() as running:
        ours_store, dash_store, packed_store = running.enter_context(filled_stores(3))
        expected = expected_in(ours_store)
        ours = dashboard_site(running.enter_context(dashboard(ours_store)).address, expected)
        dash = dash_site(running.enter_context(dash_peer(dash_store)).address, expected)
        packed = dash_site(running.enter_context(dash_peer(packed_store, "--gzip")).address, expected)
        browser = launch(playwright)
        wait, size = partial(first_visit_ms, browser), partial(first_visit_kilobytes, browser)
        for name, peer in ((DASH, dash), (PACKED, packed)):
            found = Comparison("overview, cold browser", name, "ms", 0.6)
            yield found.run(rounds, partial(wait, ours), partial(wait, peer))
        for name, peer in ((DASH, dash), (PACKED, packed)):
            found = Comparison("sent to a cold browser", name, "kB", 0.5)
            yield found.run(_SIZES, partial(size, ours), partial(size, peer))
        browser.close()


def later_visits(playwright: Playwright, rounds: int) -> Iterator[Comparison]:
    """The overview in a browser that knows it, and what is done there."""
    with ExitStack() as running:
        ours_store, dash_store = running.enter_context(filled_stores(2))
        expected = expected_in(ours_store)
        our_site = dashboard_site(running.enter_context(dashboard(ours_store)).address, expected)
        peer_site = dash_site(running.enter_context(dash_peer(dash_store)).address, expected)
        profiles = Path(running.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        ours = running.enter_context(regular(playwright, profiles / "ours", our_site))
        peer = running.enter_context(regular(playwright, profiles / "peer", peer_site))
        for name, goal, times, our_wait, peer_wait in (
            ("overview, warm browser", None, rounds, ours.load_ms, peer.load_ms),
            ("next period", 1.6, 2 * rounds, ours.choice_ms, peer.choice_ms),
            ("page switch, first chart", 1.6, rounds, ours.first_chart_ms, peer.first_chart_ms),
            ("page switch, later", 1.6, 2 * rounds, ours.chart_again_ms, peer.chart_again_ms),
        ):
            yield Comparison(name, DASH, "ms", goal).run(times, our_wait, peer_wait)


def server_cost(playwright: Playwright, rounds: int) -> Iterator[Comparison]:
    """CPU time of the server when a reader chooses another period."""
    with ExitStack() as running:
        (store,) = running.enter_context(filled_stores(1))
        expected = expected_in(store)
        our_server, empty_server = running.enter_context(dashboard(store)), running.enter_context(empty_page())
        browser = launch(playwright)
        ours = running.enter_context(newcomer(browser, dashboard_site(our_server.address, expected)))
        empty = running.enter_context(newcomer(browser, empty_site(empty_server.address, expected)))
        for reader in (ours, empty):
            reader.load_ms()
            reader.choice_ms()
        found = Comparison("server CPU, next period", EMPTY, "ms", 1.5)
        yield found.run(2 * rounds, _choosing_costs(our_server, ours), _choosing_costs(empty_server, empty))


def _choosing_costs(server: Server, reader: Reader) -> Callable[[], float]:
    def measure() -> float:
        before = server.cpu_ms()
        reader.choice_ms()
        reader.page.wait_for_timeout(_SETTLED_MS)
        return server.cpu_ms() - before

    return measure
