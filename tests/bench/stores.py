"""The store that everything is measured on: the sample sheets, read and recorded as an office would send them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from indicators import demo
from indicators.numbers import format_number
from indicators.progress import statuses_by_quarter, targets_judged
from indicators.store import open_store
from tests.bench.sites import Expected

COMMUNE = "vinh_thinh"
RECORDED_AT = datetime(2026, 10, 5, 1, 30)
#: Those a reader goes between, the latest last.
PERIODS = ("2026-Q2", "2026-Q3")
LATEST = PERIODS[-1]


@contextmanager
def filled_stores(count: int) -> Iterator[list[Path]]:
    """Equal stores, one for each server, since a store belongs to one process."""
    with tempfile.TemporaryDirectory(prefix="kpi-bench-") as folder:
        paths = [Path(folder) / f"{number}.duckdb" for number in range(count)]
        demo.fill(paths[0], RECORDED_AT)
        for path in paths[1:]:
            shutil.copy(paths[0], path)
        yield paths


def expected_in(path: Path) -> Expected:
    """The last target of the list whose actual tells the periods apart."""
    with open_store(path) as store:
        judged = {period: targets_judged(store, COMMUNE, period, RECORDED_AT) for period in PERIODS}
        indicators = [row["indicator"] for row in statuses_by_quarter(store, COMMUNE, RECORDED_AT)]
    for place in reversed(range(len(judged[LATEST]))):
        rows = {period: rows[place] for period, rows in judged.items()}
        actuals = {p: format_number(r["actual_value"] or 0, r["decimals"], r["goal_value"]) for p, r in rows.items()}
        if all(row["actual_value"] for row in rows.values()) and len(set(actuals.values())) == len(PERIODS):
            return Expected(place, actuals, list(dict.fromkeys(indicators)))
    raise SystemExit("no target's actual differs between the periods")
