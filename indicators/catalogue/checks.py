"""The rules between the rows of a catalogue: what must be unique, what must exist, which bound fits which unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from indicators.catalogue.files import Problem, Row
from indicators.catalogue.model import Bound, Horizon, Measure, Scenario, Target
from indicators.periods import FIRST_YEAR

MONTHS, WHOLE_YEAR = 12, 100
_UPWARD = {Bound.AT_LEAST, Bound.ABOVE, Bound.BETWEEN}


def duplicates(rows: Iterable[Row], *columns: str) -> Iterator[Problem]:
    """Rows whose key in `columns` an earlier row already has."""
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        key = tuple(row.cells[column] for column in columns)
        if key in seen:
            yield row.problem("duplicate", columns[-1])
        seen.add(key)


def measure_problems(row: Row, measure: Measure) -> Iterator[Problem]:
    """A range or a start that cannot be."""
    if measure.minimum is not None and measure.maximum is not None and measure.minimum > measure.maximum:
        yield row.problem("range_reversed", "maximum")
    if measure.baseline is not None and not _within(measure, measure.baseline):
        yield row.problem("outside_range", "baseline")


def target_problems(row: Row, target: Target, measure: Measure | None) -> Iterator[Problem]:
    """A target without its measure, or whose bound, years or goals do not fit it."""
    if measure is None:
        yield row.problem("unknown_measure", "measure")
        return
    if (target.bound is Bound.ACHIEVED) != measure.is_yes_no:
        yield row.problem("bound_does_not_fit_unit", "bound")
    if target.bound is Bound.ACHIEVED and target.value != 1:
        yield row.problem("achieved_is_one", "value")
    if target.unit != measure.unit and _kind_of(target.unit) != _kind_of(measure.unit):
        yield row.problem("unit_differs_from_measure", "unit")
    if target.horizon is Horizon.AVERAGE and target.bound is Bound.ACHIEVED:
        yield row.problem("bound_does_not_fit_horizon", "horizon")
    several_years = target.first_year != target.last_year
    if (target.horizon is Horizon.BY_YEAR and several_years) or target.first_year <= FIRST_YEAR:
        yield row.problem("years_do_not_fit_horizon", "year")
    if target.tolerance is not None and target.tolerance < 0:
        yield row.problem("negative_tolerance", "tolerance")
    yield from goal_problems(row, target, measure)


def goal_problems(row: Row, target: Target, measure: Measure) -> Iterator[Problem]:
    """The row's `value` and `stretch` held against the measure's range and the bound's direction."""
    value, stretch = row.cells["value"], row.cells.get("stretch")
    if not _within(measure, value):
        yield row.problem("outside_range", "value")
    if stretch is None:
        if target.bound is Bound.BETWEEN and "stretch" in row.cells:
            yield row.problem("between_needs_upper", "stretch")
        return
    if not _within(measure, stretch):
        yield row.problem("outside_range", "stretch")
    if target.bound is Bound.ACHIEVED or (stretch <= value if target.bound in _UPWARD else stretch >= value):
        yield row.problem("stretch_on_wrong_side", "stretch")


def scenario_problems(milestones: Iterable[Row], scenarios: Iterable[Row]) -> Iterator[Problem]:
    """Milestones of a scenario that nobody named."""
    known = {*Scenario, *(row.cells["scenario"] for row in scenarios)}
    for row in milestones:
        if row.cells["scenario"] not in known:
            yield row.problem("unknown_scenario", "scenario")


def pace_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    """A pace that lacks a month, goes backwards or does not end at 100."""
    paces: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        paces[row.cells["target"]].append(row)
    for pace in paces.values():
        shares = [row.cells["share"] for row in sorted(pace, key=lambda row: row.cells["month"])]
        if len(shares) != MONTHS or shares != sorted(shares) or shares[-1] != WHOLE_YEAR:
            yield pace[0].problem("pace_incomplete", "target")


def name_problems(rows: Sequence[Row], measures: Sequence[Measure]) -> Iterator[Problem]:
    """Two measures under one name: a sheet could not tell them apart."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row, measure in zip(rows, measures, strict=True):
        names = {name.casefold() for name in (measure.name_vi, *measure.names_seen_vi)}
        if any(owners[name] - {measure.measure} for name in names):
            yield row.problem("duplicate_name", "name_vi")
        for name in names:
            owners[name].add(measure.measure)


def _within(measure: Measure, value: object) -> bool:
    above = measure.minimum is None or value >= measure.minimum  # type: ignore[operator]
    return above and (measure.maximum is None or value <= measure.maximum)  # type: ignore[operator]


def _kind_of(unit: str) -> str:
    """'%/năm' is said of a '%' measure, 'người/năm' of 'người': the yearly suffix changes nothing."""
    return unit.removesuffix("/năm")
