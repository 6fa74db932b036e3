"""What a plan's workbook leaves to be computed: paces as the years before, and what no longer goes with a target."""

from __future__ import annotations

from datetime import datetime

from indicators.catalogue import PaceSource, PathRule, Scenario, Target
from indicators.plans.draft import Drafting
from indicators.plans.filled_milestones import fill_milestones
from indicators.plans.paths import has_rhythm
from indicators.plans.workbook import rhythm_of
from indicators.store import Store
from indicators.wording import plans as words


def fill_in(store: Store, drafting: Drafting, at: datetime) -> None:
    """Completes the draft by what was known at `at`; what cannot be computed is an issue."""
    for target in drafting.targets.values():
        _settle_pace(store, drafting, target, at)
        _settle_steps(drafting, target)
    fill_milestones(store, drafting, at)


def _settle_pace(store: Store, drafting: Drafting, target: Target, at: datetime) -> None:
    """The pace that the chosen rhythm wants; where nobody chose, what the sheet of paces says."""
    code, issues = target.target, drafting.issues
    measure = drafting.measures.get(target.measure)
    if measure is None:
        return
    shares = drafting.paces.get(code)
    rhythm = drafting.rhythms.get(code) or (_rhythm_said(drafting, target) if has_rhythm(measure, target) else None)
    if rhythm == words.OWN:
        if not shares:
            issues.add("pace_missing", _place(drafting, "target", code, "rhythm"), target=code)
    elif rhythm == words.HISTORY:
        _take_history(store, drafting, target, at)
    elif shares is not None:
        if shares == _held_shares(drafting, code):
            del drafting.paces[code]
        else:
            issues.add("pace_unused", _place(drafting, "pace", code, "target"), target=code)


def _rhythm_said(drafting: Drafting, target: Target) -> str | None:
    if drafting.paces.get(target.target) and drafting.pace_sources[target.target] is PaceSource.OWN:
        return words.OWN
    return words.EVEN if target.target not in drafting.paces else rhythm_of(drafting.base, target)


def _held_shares(drafting: Drafting, code: str) -> dict[int, object]:
    return {pace.month: pace.share for pace in drafting.base.paces if pace.target == code}


def _take_history(store: Store, drafting: Drafting, target: Target, at: datetime) -> None:
    """Computed once, when it is chosen; from then on it is as it was recorded."""
    code, base = target.target, drafting.base
    held = base.target_by_id.get(code)
    if held is not None and held.measure == target.measure and rhythm_of(base, held) == words.HISTORY:
        return
    rows = store.rows(
        "pace_of_years_before", commune=base.commune.commune, measure=target.measure, as_of=at,
        before_year=drafting.valid_from.year,
    )  # fmt: skip
    if not rows:
        place = _place(drafting, "target", code, "rhythm")
        drafting.issues.add("history_missing", place, target=code, year=drafting.valid_from.year)
        return
    drafting.paces[code] = {row["month"]: row["share"] for row in rows}
    drafting.pace_sources[code] = PaceSource.HISTORY


def _settle_steps(drafting: Drafting, target: Target) -> None:
    code = target.target
    steps = {scenario: drafting.steps[code, scenario] for scenario in Scenario if drafting.steps.get((code, scenario))}
    if target.path_rule is PathRule.STEPS:
        if Scenario.FLOOR not in steps:
            drafting.issues.add("steps_missing", _place(drafting, "target", code, "path_rule"), target=code)
        return
    for scenario, said in steps.items():
        held = {step.on_date: step.value for step in drafting.base.steps if _is_of(step, code, scenario)}
        if said == held:
            del drafting.steps[code, scenario]
        else:
            drafting.issues.add("steps_unused", _place(drafting, "step", code, scenario, max(said)), target=code)


def _is_of(step: object, code: str, scenario: Scenario) -> bool:
    return (getattr(step, "target", None), getattr(step, "scenario", None)) == (code, scenario)


def _place(drafting: Drafting, *about: object) -> tuple[str | None, str | None]:
    return drafting.places.get(about, (None, None))
