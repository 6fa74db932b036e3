"""The peer: the same 30 targets in Dash, from the same SQL, served as Dash serves by default.

    python -m tests.bench.peer STORE PORT [--gzip]

Addresses name page, period and target, as the dashboard's do; a page switch and a period are one callback each, and a
period renews only what it changes. What was judged is kept as long as the dashboard keeps it. Flask's own threaded
server, no debugging. `--gzip` does what a reverse proxy in front would; Dash itself compresses nothing unless asked.
"""

from __future__ import annotations

import gzip
import logging
import sys
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import flask
from dash import Dash, Input, Output, State, dcc, html

from indicators import progress
from indicators.store import Store, open_store
from tests.bench import peer_pages as pages
from tests.bench.stores import COMMUNE, LATEST

packed: dict[str, bytes] = {}


def main(store_path: Path, port: int, *, with_gzip: bool) -> None:
    app = Dash(__name__, title="Theo dõi chỉ tiêu", update_title="", suppress_callback_exceptions=True)
    app.layout = html.Div([dcc.Location(id="address", refresh=False), html.Main(id="page")])
    with open_store(store_path) as store:

        @app.callback(Output("page", "children"), Input("address", "pathname"), State("address", "search"))
        def show_page(path: str, search: str) -> Any:
            asked = {name: values[0] for name, values in parse_qs((search or "").lstrip("?")).items()}
            period = asked.get("period", LATEST)
            return detail(store, period, asked["target"]) if path == pages.DETAIL else overview(store, period)

        @app.callback(
            Output("counts", "children"),
            Output("targets", "children"),
            Input("period", "value"),
            prevent_initial_call=True,
        )
        def show_period(period: str) -> Any:
            found, courses = judged(store, state_of(store), period)
            return pages.counts(found.targets), pages.lines(period, found.targets, courses)

        app.clientside_callback("period => '?period=' + period", Output("address", "search"), Input("period", "value"))
        logging.getLogger("werkzeug").setLevel(logging.WARNING)
        if with_gzip:
            app.server.after_request(pack)
        app.run(host="127.0.0.1", port=port, debug=False, threaded=True)


def overview(store: Store, period: str) -> Any:
    found, courses = judged(store, state_of(store), period)
    return pages.overview(period, found.targets, found.statuses, courses)


def detail(store: Store, period: str, target: str) -> Any:
    found, _ = judged(store, state_of(store), period)
    row = next(row for row in found.targets if row["target"] == target)
    path = progress.path_of_target(store, COMMUNE, target, now())
    return pages.detail(row, path, progress.value_history(store, COMMUNE, row["measure"], now()))


def state_of(store: Store) -> tuple[object, ...]:
    """Changes with the day and with what is recorded, and a judgement with it."""
    return now().date(), *store.rows("ledger_head", commune=COMMUNE, as_of=now())[0].values()


@lru_cache(200)
def judged(store: Store, _state: tuple[object, ...], period: str) -> tuple[progress.Overview, pages.Courses]:
    return progress.overview(store, COMMUNE, period, now()), progress.trends(store, COMMUNE, now())


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def pack(response: flask.Response) -> flask.Response:
    """Gzips an answer; that of a GET, which is the same for everybody, only once."""
    if response.status_code != 200 or "gzip" not in flask.request.headers.get("Accept-Encoding", ""):
        return response
    response.direct_passthrough = False
    key = flask.request.full_path if flask.request.method == "GET" else ""
    content = packed.get(key) or gzip.compress(response.get_data(), 6)
    if key:
        packed[key] = content
    response.set_data(content)
    response.headers["Content-Encoding"] = "gzip"
    return response


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), with_gzip="--gzip" in sys.argv)
