"""The charts of a report as numbers: how its indicators stand, then every target along its path.

Every number comes out of SQL; where there is none there is no point, and of a yes or no there is no chart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from indicators.forecasts import forecasts
from indicators.periods import Kind, Period, parse_period, quarters
from indicators.progress import YEARS, scenarios_in_force
from indicators.reports.chart_series import (
    category_vi,
    forecast_series,
    goal_series,
    kind_of,
    path_series,
    reached_series,
)
from indicators.reports.model import Asked, Chart, ChartKind, Role, Series
from indicators.store import Row, Store
from indicators.wording import pictures as words
from indicators.wording.periods import period_vi
from indicators.wording.reports import NO_GROUP
from indicators.wording.statuses import STATUSES, counts
from indicators.wording.units import scenario_vi

#: The end of the baseline year, then every quarter of the plan's.
QUARTERS = (Period(YEARS[0] - 1, Kind.QUARTER, 4), *(quarter for year in YEARS for quarter in quarters(year)))


def charts_of(store: Store, asked: Asked, lines: Sequence[Row]) -> tuple[Chart, ...]:
    """The stack of statuses by group, then a chart a target of `lines` (rows of sql/queries/report_lines.sql) that has
    a path or a value, by quarter from the baseline year's end to its goal's year. None where there are no lines."""
    if not lines:
        return ()
    rows, expected, own = _quarters(store, asked), _forecasts(store, asked), _own_scenario(store, asked)
    drawn = (_chart(asked, line, rows.get(line["target"], ()), expected.get(line["target"]), own) for line in lines)
    return (statuses_by_group(asked.period, lines), *(chart for chart in drawn if chart))


def statuses_by_group(period: Period, lines: Sequence[Mapping[str, Any]]) -> Chart:
    """How many indicators of each group stand where. `lines`: a row a target: indicator, indicator_status, group_vi."""
    status_of = {line["indicator"]: line["indicator_status"] for line in lines}
    group_of = {line["indicator"]: line["group_vi"] or NO_GROUP for line in reversed(lines)}
    groups = list(dict.fromkeys(group_of[line["indicator"]] for line in lines))
    found = [counts(status for indicator, status in status_of.items() if group_of[indicator] == one) for one in groups]
    series = tuple(
        Series(Role.STATUS, said.word, tuple(_count(group.get(status)) for group in found), status)
        for status, said in STATUSES.items()
        if any(status in group for group in found)
    )
    title = words.STATUSES_BY_GROUP.format(period=period_vi(period))
    return Chart(ChartKind.STACK, title, words.INDICATORS, tuple(groups), series)


def _count(number: int | None) -> Decimal | None:
    return Decimal(number) if number else None


def _chart(asked: Asked, line: Row, rows: Sequence[Row], forecast: Row | None, own: str) -> Chart | None:
    """`rows`: the target's of sql/queries/report_charts.sql."""
    last_year = max(line["last_year"], asked.period.year)
    shown = [row for row in rows if parse_period(row["period"]).year <= last_year]
    drawn = [*path_series(shown, own), *reached_series(shown)]
    if not drawn:
        return None
    goal, expected = goal_series(line, shown, drawn), forecast_series(forecast, [row["period"] for row in shown])
    categories = tuple(category_vi(parse_period(row["period"])) for row in shown)
    title = words.TARGET.format(number=line["target"], name=line["name_vi"])
    return Chart(kind_of(line), title, line["unit"], categories, (*drawn, *expected, *goal), line["target"])


def _quarters(store: Store, asked: Asked) -> Mapping[str, Sequence[Row]]:
    """Target → its rows of sql/queries/report_charts.sql."""
    rows = store.rows(
        "report_charts", commune=asked.commune, period=asked.period.code, periods=[one.code for one in QUARTERS],
        as_of=asked.as_of, scenario=asked.scenario,
    )  # fmt: skip
    return {target: list(same) for target, same in groupby(rows, lambda row: row["target"])}


def _forecasts(store: Store, asked: Asked) -> Mapping[str, Row]:
    rows = forecasts(store, asked.commune, asked.period.code, asked.as_of, asked.scenario)
    return {row["target"]: row for row in rows}


def _own_scenario(store: Store, asked: Asked) -> str:
    """The name of the scenario asked for, where it is one of the office's own."""
    own = scenarios_in_force(store, asked.commune, asked.period.code, asked.as_of)
    return next((scenario_vi(row["name_vi"], row["sector_vi"]) for row in own if row["scenario"] == asked.scenario), "")
