"""A province: the status of every target of 3,321 communes in 60 months, as of a moment, from the kept judgements,
beside a scan of their columns and beside polars, which works it out from all values and the milestones it is given."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from indicators import judgements
from indicators.store import Store, open_store
from tests.bench.comparison import Comparison

_AS_OF = datetime(2030, 6, 15)
_FOLDER = Path(__file__).parent
_KEYS = ["commune", "measure", "period"]


def communes(rounds: int) -> Iterator[Comparison]:
    """CPU in milliseconds. Making the record and the judgements is printed, it is not what is compared."""
    with tempfile.TemporaryDirectory(prefix="kpi-bench-") as folder, open_store(Path(folder) / "kpi.duckdb") as store:
        with store._connection.cursor() as cursor:
            _said("recorded", lambda: cursor.execute(_text("communes")))
        _said("judged", lambda: judgements.rebuild(store))
        yield from compared(store, rounds)


def compared(store: Store, rounds: int) -> Iterator[Comparison]:
    """The same questions of a store that is filled."""
    with store._connection.cursor() as cursor:
        revisions, milestones = _columns(cursor)
        asked, one = {"as_of": _AS_OF}, {"as_of": _AS_OF, "commune": "xa_1700"}
        kept = _cpu(lambda: cursor.execute(_text("communes_status"), asked).fetchall())
        slice_of_one = _cpu(lambda: cursor.execute(_text("communes_slice"), one).fetchall())
        scan = _cpu(lambda: cursor.execute(_text("communes_scan")).fetchall())
        peer = _cpu(lambda: statuses(revisions, milestones, _AS_OF).collect())
        _agree(cursor, statuses(revisions, milestones, _AS_OF).collect())
        yield Comparison("communes judged as of", "scan of the columns", "ms", 2.5).run(rounds, kept, scan)
        yield Comparison("communes judged as of", "polars", "ms", 0.3).run(rounds, kept, peer)
        yield Comparison("one commune of them", "scan of the columns", "ms").run(rounds, slice_of_one, scan)


def statuses(revisions: pl.DataFrame, milestones: pl.DataFrame, as_of: datetime) -> pl.LazyFrame:
    """By month and status: how many targets, the sums of value, milestone and distance. Revisions come sorted by
    commune, measure, period and moment."""
    newest = revisions.lazy().filter(pl.col("recorded_at") <= as_of).group_by(_KEYS).agg(pl.col("value").last())
    distance = (pl.col("value") - pl.col("planned")) * pl.col("upward")
    beyond = (
        pl.when(pl.col("stretch").is_null())
        .then(pl.col("distance") > pl.col("tolerance"))
        .otherwise((pl.col("value") - pl.col("stretch")) * pl.col("upward") >= 0)
    )
    final = pl.col("closes_at") <= as_of
    status = (
        pl.when(pl.col("value").is_null())
        .then(pl.when(pl.col("deadline_at") <= as_of).then(pl.lit("no_report")).otherwise(pl.lit("not_due")))
        .when((pl.col("distance") >= 0) & beyond)
        .then(pl.when(final).then(pl.lit("met_exceeded")).otherwise(pl.lit("exceeded")))
        .when(pl.col("distance") >= 0)
        .then(pl.when(final).then(pl.lit("met")).otherwise(pl.lit("on_track")))
        .when(final)
        .then(pl.lit("not_met"))
        .when(pl.col("distance") >= -pl.col("tolerance"))
        .then(pl.lit("behind"))
        .otherwise(pl.lit("off_track"))
    )
    return (
        milestones.lazy()
        .join(newest, on=_KEYS, how="left")
        .with_columns(distance=distance.round(4))
        .with_columns(status=status)
        .group_by("period", "status")
        .agg(pl.len(), pl.col("value").sum(), pl.col("planned").sum(), pl.col("distance").sum())
    )


def _columns(cursor: duckdb.DuckDBPyConnection) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The revisions, and of each month the milestone and what else is needed: keys as numbers, values as floats."""
    return tuple(
        pl.DataFrame(cursor.execute(_text(name)).fetchnumpy()).with_columns(pl.col(pl.Float64).fill_nan(None))
        for name in ("communes_revisions", "communes_milestones")
    )  # type: ignore[return-value]


def _agree(cursor: duckdb.DuckDBPyConnection, peer: pl.DataFrame) -> None:
    """Both count the same of every status in every month."""
    ours = cursor.execute(_text("communes_status"), {"as_of": _AS_OF}).fetchall()
    counted = {(period, status): count for period, status, count, *_ in ours}
    theirs = {(month_of(row["period"]), row["status"]): row["len"] for row in peer.iter_rows(named=True)}
    if counted != theirs:
        raise SystemExit(f"polars says otherwise: {sorted(set(counted.items()) ^ set(theirs.items()))[:6]}")


def month_of(number: int) -> str:
    return f"{2026 + (number - 1) // 12}-{(number - 1) % 12 + 1:02}"


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _said(what: str, act: Callable[[], Any]) -> None:
    start, cpu = time.monotonic(), time.process_time()
    act()
    took, used = time.monotonic() - start, time.process_time() - cpu
    print(f"3,321 communes {what} in {took:.0f} s, CPU {used:.0f} s", flush=True)


def _cpu(act: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        start = time.process_time()
        act()
        return (time.process_time() - start) * 1000

    act()  # what is read into memory once
    return measure
