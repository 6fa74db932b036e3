"""What makes a plan wrong, each with its cell: the catalogue's own rules on every row, then the rules between rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.catalogue import Bound, Measure, Target
from indicators.intake.folding import fold
from indicators.periods import FIRST_YEAR, LAST_YEAR
from indicators.plans.catalogue_checks import check_by_catalogue
from indicators.plans.difference import shown
from indicators.plans.draft import About, MilestoneRow, PlanDraft
from indicators.plans.issues import Issues
from indicators.plans.known import PlanVersion
from indicators.plans.path_checks import check_paths
from indicators.plans.paths import may_choose_path
from indicators.store import Row
from indicators.wording import plans as words


def check_draft(
    version: PlanVersion, draft: PlanDraft, rows: Sequence[MilestoneRow], paths: Sequence[Row], issues: Issues
) -> None:
    """Adds an issue for everything that makes the draft wrong. `paths`: what the newest version wants, the rows of
    sql/queries/plan_paths.sql."""
    check_by_catalogue(draft, issues)
    if not draft.entry.targets:
        issues.add("no_target", draft.place("target"))
    _check_baseline_year(draft, issues)
    _check_scenario_names(draft, issues)
    for target in draft.entry.targets:
        measure = draft.entry.measure_by_id.get(target.measure)
        if measure is not None and version.entry.target_by_id.get(target.target) != target:
            _check_changed(version, draft, target, measure, issues)
    _check_year_goals(version, draft, issues)
    check_paths(version, draft, rows, paths, issues)


def _check_baseline_year(draft: PlanDraft, issues: Issues) -> None:
    year = draft.entry.plan.baseline_year
    if not FIRST_YEAR <= year < LAST_YEAR:
        place = draft.place("plan", "baseline_year")
        issues.add("year_invalid", place, text=year, first=FIRST_YEAR, last=LAST_YEAR - 1)


def _check_scenario_names(draft: PlanDraft, issues: Issues) -> None:
    taken = {fold(word) for word in words.BANDS.values()}
    for scenario in draft.entry.scenarios:
        name = fold(scenario.name_vi)
        if name in taken:
            issues.add(
                "scenario_name_taken", draft.place("scenario", scenario.scenario, "name_vi"), text=scenario.name_vi
            )
        taken |= {name, scenario.scenario}


def _check_changed(version: PlanVersion, draft: PlanDraft, target: Target, measure: Measure, issues: Issues) -> None:
    """What a target must fulfil that is new or has changed; the others were judged so already."""
    code = target.target
    for name in ("value", "stretch"):
        _check_whole(measure, target, getattr(target, name), draft, ("target", code, name), issues)
    if target.path_rule != "rule" and not may_choose_path(measure, target):
        text = words.PATH_RULES[target.path_rule]
        issues.add("path_rule_does_not_fit", draft.place("target", code, "path_rule"), text=text)
    if target.last_year < draft.entry.plan.valid_from.year:
        day = shown(draft.entry.plan.valid_from)
        issues.add("horizon_over", draft.place("target", code, "last_year"), year=target.last_year, valid_from=day)
    held = version.entry.target_by_id.get(code)
    if (held is None or (held.name_vi, held.measure) != (target.name_vi, target.measure)) and _is_name_taken(
        draft, target
    ):
        issues.add("target_name_taken", draft.place("target", code, "name_vi"), text=target.name_vi)


def _check_whole(measure: Measure, target: Target, value: Any, draft: PlanDraft, about: About, issues: Issues) -> None:
    if (
        measure.decimals == 0
        and target.bound is not Bound.ACHIEVED
        and value is not None
        and value != value.to_integral_value()
    ):
        issues.add("value_not_whole", draft.place(*about), text=shown(value))


def _is_name_taken(draft: PlanDraft, target: Target) -> bool:
    """A sheet that names it could mean another measure."""
    name = fold(target.name_vi)
    others = (
        other
        for measure in draft.entry.measures
        if measure.measure != target.measure
        for other in draft.entry.names_of(measure)
    )
    return any(fold(other) == name for other in others)


def _check_year_goals(version: PlanVersion, draft: PlanDraft, issues: Issues) -> None:
    known = set(version.entry.year_goals)
    for goal in draft.entry.year_goals:
        target = draft.entry.target_by_id[goal.target]
        measure = draft.entry.measure_by_id.get(target.measure)
        if measure is None or (goal in known and version.entry.target_by_id.get(goal.target) == target):
            continue
        about = ("year_goal", goal.target, goal.assigned_by, goal.year)
        for name in ("value", "stretch"):
            _check_whole(measure, target, getattr(goal, name), draft, (*about, name), issues)
        first = FIRST_YEAR if target.horizon == "by_year" else target.first_year
        if not first <= goal.year <= target.last_year:
            place = draft.place(*about, "value")
            issues.add("year_goal_outside_years", place, target=goal.target, year=goal.year)
