"""What a forecast costs beside an empty query, and how well it does on histories whose future is known."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import mean

import pandas as pd

from indicators.forecasts import forecasts
from indicators.moments import BEGINNING, parse_as_of
from indicators.progress import targets_judged
from indicators.store import Row, Store, open_store
from tests.bench.comparison import Comparison
from tests.bench.histories import ASKED, KINDS, History, Kind, histories
from tests.bench.stores import COMMUNE, LATEST, RECORDED_AT, filled_stores
from tests.judging.office import MEASURE, PLAN, TARGET

HISTORIES = 1000
_AS_OF = parse_as_of("2028-07-05")
_EMPTY_QUERIES = 200  # one alone is shorter than the clock's noise
_MOST_OFF = 5.0  # percentage points: 75 to 85 of 100
_FORECAST = "select commune, expected, low, high, reason from forecast($communes, [$period], $as_of, 'floor')"


def forecast(rounds: int) -> Iterator[Comparison]:
    """The targets of a commune judged and forecast beside DuckDB asked for nothing, in CPU time."""
    with filled_stores(1) as (path,), open_store(path) as store, store._connection.cursor() as cursor:

        def judge() -> None:
            targets_judged(store, COMMUNE, LATEST, RECORDED_AT)
            forecasts(store, COMMUNE, LATEST, RECORDED_AT)

        ours = _cpu_milliseconds(judge)
        alone = _cpu_milliseconds(lambda: forecasts(store, COMMUNE, LATEST, RECORDED_AT))
        nothing = _cpu_milliseconds(lambda: cursor.execute("select 1").fetchall(), times=_EMPTY_QUERIES)
        yield Comparison("30 targets with forecast", "empty query", "ms").run(4 * rounds, ours, nothing)
        yield Comparison("the forecast alone", "empty query", "ms").run(4 * rounds, alone, nothing)


def backtest(_: int) -> Iterator[Comparison]:
    """Of each kind of history: how far the share of truths within the 80% interval is from 80%, and the mean absolute
    error beside that of the last value. The same in every run."""
    for kind in KINDS:
        told = list(histories(kind, HISTORIES))
        found = _forecast_of(kind, told)
        within = 100 * mean(low <= history.truth <= high for history, (_, low, high) in zip(told, found, strict=True))
        ours = mean(abs(expected - history.truth) for history, (expected, _, _) in zip(told, found, strict=True))
        naive = mean(abs(history.naive - history.truth) for history in told)
        goal = 1.0 if kind.name in ("linear", "mean growth", "even total") else None
        yield Comparison(f"{kind.name}: {within:.1f}% within", "5 off 80%", "%", goal, [abs(within - 80)], [_MOST_OFF])
        yield Comparison(f"{kind.name}: error", "last value", "", None, [ours], [naive])


def _forecast_of(kind: Kind, told: list[History]) -> list[tuple[float, float, float]]:
    """Expected, low and high of every history, each a commune of one store."""
    communes = [f"commune_{number:04}" for number in range(len(told))]
    with open_store(None) as store:
        _fill(store, kind, dict(zip(communes, told, strict=True)))
        asked = {"communes": communes, "period": ASKED, "as_of": _AS_OF}
        rows = store._connection.execute(_FORECAST, asked).fetchall()
    found = {commune: (float(expected), float(low), float(high)) for commune, expected, low, high, _ in rows}
    return [found[commune] for commune in communes]


def _fill(store: Store, kind: Kind, told: dict[str, History]) -> None:
    measure = MEASURE | {"measure": "m", "accumulation": kind.accumulation, "recorded_at": BEGINNING}
    target = TARGET | {"plan": 1, "target": "1", "ordinal": 1, "indicator": "1", "measure": "m"}
    target |= {"horizon": kind.horizon, "last_year": kind.last_year}
    target["first_year"] = kind.last_year if kind.horizon == "by_year" else 2026
    upload = {"upload": 1, "period": None, "file_name": "1.xlsx", "sha256": "1", "content": b"", "recorded_by": "Lan"}
    said = {"measure": "m", "upload": 1, "estimate": False, "match": "code", "sheet": "Biểu", "cell": "F8"}
    values = [
        said | {"commune": commune, "period": period, "value": value}
        for commune, history in told.items()
        for period, value in history.values.items()
    ]
    _insert(store, "observation", values)
    uploaded: Row = upload | {"recorded_at": _AS_OF}
    for table, row in {"measure": measure, "plan": PLAN, "target": target, "upload": uploaded}.items():
        _insert(store, table, [row | {"commune": commune} for commune in told])


def _insert(store: Store, table: str, rows: list[Row]) -> None:
    frame = pd.DataFrame(rows).dropna(axis="columns", how="all")
    with store._connection.cursor() as cursor:
        cursor.register("given", frame)
        cursor.execute(f"insert into kpi.{table} by name select * from given")


def _cpu_milliseconds(act: Callable[[], object], times: int = 1) -> Callable[[], float]:
    def measure() -> float:
        start = time.process_time()
        for _ in range(times):
            act()
        return (time.process_time() - start) * 1000 / times

    act()  # what is loaded once
    return measure
