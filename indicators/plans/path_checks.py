"""What makes the milestones and steps of a plan wrong. A target's are looked at when they or it have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from indicators.catalogue import (
    Accumulation,
    Assigner,
    Bound,
    CommuneCatalogue,
    Horizon,
    PathRule,
    Scenario,
    Step,
    Target,
)
from indicators.periods import parse_period
from indicators.plans.difference import shown
from indicators.plans.draft import MilestoneRow, PlanDraft
from indicators.plans.issues import Issues
from indicators.plans.known import PlanVersion
from indicators.plans.paths import is_judged_in
from indicators.store import Row
from indicators.wording.periods import period_vi

_UPWARD = {Bound.AT_LEAST, Bound.ABOVE, Bound.BETWEEN}

#: Period's code → milestone.
Said = dict[str, Decimal]


def check_paths(
    version: PlanVersion, draft: PlanDraft, rows: Sequence[MilestoneRow], paths: Iterable[Row], issues: Issues
) -> None:
    """Adds an issue for every milestone and step that contradicts its target or its neighbours.

    `paths`: what the newest version wants, the rows of sql/queries/plan_paths.sql."""
    derived: dict[str, Said] = {}
    for row in paths:
        derived.setdefault(row["target"], {})[row["period"]] = row["floor_value"]
    rewritten = {row.target for row in rows}
    for target in draft.entry.targets:
        said = _milestones(draft.entry, target.target)
        is_changed = (
            target.target in rewritten
            or version.entry.target_by_id.get(target.target) != target
            or said != _milestones(version.entry, target.target)
            or _goals(version.entry, target.target) != _goals(draft.entry, target.target)
        )
        if is_changed and target.measure in draft.entry.measure_by_id:
            for scenario, values in said.items():
                _check_row(draft, target, scenario, values, issues)
            keeps_floor = _floor_of(draft.entry, target) == _floor_of(version.entry, target)
            if _wants_stretch(draft.entry, target):
                _check_stretch(draft, target, said, derived.get(target.target, {}) if keeps_floor else None, issues)
        if is_changed or _steps(draft.entry, target) != _steps(version.entry, target):
            _check_steps(draft, target, issues)


def _milestones(entry: CommuneCatalogue, code: str) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for milestone in entry.milestones:
        if milestone.target == code:
            found.setdefault(milestone.scenario, {})[milestone.period] = milestone.value
    return found


def _goals(entry: CommuneCatalogue, code: str) -> set[object]:
    return {goal for goal in entry.year_goals if goal.target == code}


def _steps(entry: CommuneCatalogue, target: Target) -> set[object]:
    return {step for step in entry.steps if step.target == target.target}


def _check_row(draft: PlanDraft, target: Target, scenario: str, values: Said, issues: Issues) -> None:
    """One scenario of one target: where it may say anything, then how its values follow one another."""
    code = target.target
    first = draft.place("milestone", code, scenario, min(values))
    if target.bound is Bound.ACHIEVED:
        issues.add("milestone_of_yes_no", first)
        return
    if scenario == Scenario.STRETCH and not _wants_stretch(draft.entry, target):
        issues.add("milestone_stretch_unwanted", first, target=code)
    outside = [period for period in values if not is_judged_in(target, parse_period(period).year)]
    if outside:
        place = draft.place("milestone", code, scenario, outside[0])
        issues.add("milestone_outside_years", place, target=code, year=parse_period(outside[0]).year)
    measure = draft.entry.measure_by_id[target.measure]
    for earlier, later in _neighbours(values):
        place = draft.place("milestone", code, scenario, later)
        texts = {
            "text": shown(values[later]), "before": shown(values[earlier]),
            "earlier": period_vi(parse_period(earlier)),
        }  # fmt: skip
        if parse_period(earlier).ends_with(parse_period(later)):
            if values[earlier] != values[later]:
                issues.add("milestones_disagree", place, **texts)
        elif measure.accumulation is Accumulation.YEAR_TO_DATE and values[later] < values[earlier]:
            issues.add("milestone_backwards", place, **texts)
    if scenario in set(Scenario):
        _check_ends(draft, target, scenario, values, issues)


def _neighbours(values: Said) -> Iterator[tuple[str, str]]:
    """Each milestone with the one before it in the same year."""
    ordered = sorted(map(parse_period, values), key=lambda period: (period.end_month, -period.first_month))
    for earlier, later in pairwise(ordered):
        if earlier.year == later.year:
            yield earlier.code, later.code


def _check_ends(draft: PlanDraft, target: Target, scenario: str, values: Said, issues: Issues) -> None:
    """A year's last milestone is the goal where the year has one."""
    for period in values:
        parsed = parse_period(period)
        goal = _goal_of(draft.entry, target, scenario, parsed.year)
        if parsed.last_month == 12 and goal is not None and values[period] != goal:
            issues.add(
                "milestones_miss_goal", draft.place("milestone", target.target, scenario, period), year=parsed.year,
                text=shown(values[period]), goal=shown(goal),
            )  # fmt: skip


def _goal_of(entry: CommuneCatalogue, target: Target, scenario: str, year: int) -> Decimal | None:
    """What the path must come to at the end of a year: the year's own goal (the council's before the city's), else the
    target's where the year judges it."""
    of_year = {goal.assigned_by: goal for goal in entry.year_goals if (goal.target, goal.year) == (target.target, year)}
    own = of_year.get(Assigner.COUNCIL) or of_year.get(Assigner.CITY)
    if own is not None:
        return own.value if scenario == Scenario.FLOOR else own.stretch
    judges = year == target.last_year if target.horizon is Horizon.BY_YEAR else target.horizon is Horizon.EACH_YEAR
    if not judges:
        return None
    return target.value if scenario == Scenario.FLOOR else target.stretch


def _wants_stretch(entry: CommuneCatalogue, target: Target) -> bool:
    of_years = (goal.stretch for goal in entry.year_goals if goal.target == target.target)
    return any(stretch is not None for stretch in (target.stretch, *of_years))


def _floor_of(entry: CommuneCatalogue, target: Target) -> object:
    """All that the floor's path depends on, but for the milestones that are fixed."""
    held = entry.target_by_id.get(target.target)
    if held is None:
        return None
    code = target.target
    return (
        (held.measure, held.horizon, held.first_year, held.last_year, held.bound, held.value, held.path_rule),
        {(goal.year, goal.assigned_by, goal.value) for goal in entry.year_goals if goal.target == code},
        {(pace.month, pace.share) for pace in entry.paces if pace.target == code},
        {(step.on_date, step.value) for step in _steps_of(entry, held, Scenario.FLOOR)},
    )


def _check_stretch(
    draft: PlanDraft, target: Target, said: dict[str, Said], derived: Said | None, issues: Issues
) -> None:
    """A stretch milestone is at least as good as the floor's of the same day, be it fixed or derived. `derived` is None
    where the floor changes too, so that nobody knows it yet."""
    floors = {parse_period(period).end_month: value for period, value in (derived or {}).items() if value is not None}
    floors |= {parse_period(period).end_month: value for period, value in said.get(Scenario.FLOOR, {}).items()}
    for period, value in said.get(Scenario.STRETCH, {}).items():
        floor = floors.get(parse_period(period).end_month)
        place = draft.place("milestone", target.target, Scenario.STRETCH, period)
        if floor is None and derived is None:
            issues.add("milestone_stretch_alone", place, target=target.target)
            return
        if floor is not None and _is_short(target, value, floor):
            issues.add("milestone_stretch_short", place, text=shown(value), floor=shown(floor))


def _is_short(target: Target, stretch: Decimal, floor: Decimal) -> bool:
    return stretch < floor if target.bound in _UPWARD else stretch > floor


def _check_steps(draft: PlanDraft, target: Target, issues: Issues) -> None:
    """The last step until the horizon is the goal."""
    if target.path_rule is not PathRule.STEPS:
        return
    end = date(target.last_year, 12, 31)
    for scenario, goal in ((Scenario.FLOOR, target.value), (Scenario.STRETCH, target.stretch)):
        for step in _steps_of(draft.entry, target, scenario):
            if step.on_date > end:
                place = draft.place("step", target.target, scenario, step.on_date, "on_date")
                issues.add("step_after_horizon", place, text=shown(step.on_date), year=target.last_year)
        steps = {step.on_date: step.value for step in _steps_of(draft.entry, target, scenario) if step.on_date <= end}
        if steps and goal is not None and steps[max(steps)] != goal:
            issues.add(
                "steps_miss_goal", draft.place("step", target.target, scenario, max(steps), "value"),
                year=target.last_year, text=shown(steps[max(steps)]), goal=shown(goal),
            )  # fmt: skip
    _check_stretch_steps(draft, target, issues)


def _check_stretch_steps(draft: PlanDraft, target: Target, issues: Issues) -> None:
    """A stretch step stands at least where the floor's last step before it stands."""
    floors = {step.on_date: step.value for step in _steps_of(draft.entry, target, Scenario.FLOOR)}
    for step in _steps_of(draft.entry, target, Scenario.STRETCH):
        floor = floors.get(max((day for day in floors if day <= step.on_date), default=step.on_date))
        if floor is not None and _is_short(target, step.value, floor):
            place = draft.place("step", target.target, Scenario.STRETCH, step.on_date, "value")
            issues.add("step_stretch_short", place, text=shown(step.value), floor=shown(floor))


def _steps_of(entry: CommuneCatalogue, target: Target, scenario: Scenario) -> list[Step]:
    return [step for step in entry.steps if (step.target, step.scenario) == (target.target, scenario)]
