"""A version beside the one before it, line by line, in the office's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from indicators.catalogue import CommuneCatalogue, PaceSource, Target
from indicators.numbers import format_exact
from indicators.periods import parse_period
from indicators.plans.draft import PlanDraft
from indicators.plans.issues import Place
from indicators.plans.layout import MEASURES, TARGETS, Column
from indicators.plans.look import in_words
from indicators.plans.workbook import measure_cells, rhythm_of, target_cells
from indicators.wording import plans as words
from indicators.wording.goals import goal_vi
from indicators.wording.periods import period_vi


class ChangeKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    RETIRED = "retired"
    REPLACED = "replaced"


@dataclass(frozen=True)
class PlanChange:
    """One line. `target`: the target's code, else the measure's or scenario's id, '' for the plan itself; `before` and
    `after` as they are shown, '' for nothing."""

    kind: ChangeKind
    target: str
    name: str
    field: str
    before: str
    after: str
    sheet: str | None
    cell: str | None


def changes_of(before: CommuneCatalogue, draft: PlanDraft) -> tuple[PlanChange, ...]:
    """Every difference of the draft from the version before, in the order of the workbook's sheets."""
    after = draft.entry
    return (
        *_plan_lines(before, draft),
        *_target_lines(before, after, draft),
        *_measure_lines(draft),
        *_year_goal_lines(before, after, draft),
        *_milestone_lines(before, after, draft),
        *_pace_lines(before, after, draft),
        *_step_lines(before, after, draft),
        *_scenario_lines(before, after, draft),
    )


def shown(value: object) -> str:
    """A value as the difference shows it."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format_exact(value)
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)


def _line(
    kind: ChangeKind, target: str, name: str, field: str, before: object, after: object, place: Place
) -> PlanChange:
    return PlanChange(kind, target, name, field, shown(before), shown(after), *place)


def _kind(before: object) -> ChangeKind:
    return ChangeKind.ADDED if before is None else ChangeKind.CHANGED


def _plan_lines(before: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    for field in ("name_vi", "baseline_year"):
        held, said = getattr(before.plan, field), getattr(draft.entry.plan, field)
        if held != said:
            place = draft.place("plan", field)
            yield _line(ChangeKind.CHANGED, "", words.PLAN, words.PLAN_LABELS[field], held, said, place)


def _target_lines(before: CommuneCatalogue, after: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    for target in after.targets:
        held = before.target_by_id.get(target.target)
        place = draft.place("target", target.target, "target")
        if held is None:
            goal = goal_vi(target.bound, target.value, target.stretch)
            yield _line(ChangeKind.ADDED, target.target, target.name_vi, words.NEW_TARGET, None, goal, place)
        elif held != target or rhythm_of(before, held) != rhythm_of(after, target):
            yield from _changed_target(before, after, held, target, draft)
    was_retired = {retirement.target for retirement in before.retirements}
    for retirement in after.retirements:
        if retirement.target not in was_retired:
            yield _retired_line(before, retirement.target, retirement.replaced_by, draft)


def _retired_line(before: CommuneCatalogue, code: str, replaced_by: str | None, draft: PlanDraft) -> PlanChange:
    held = before.target_by_id[code]
    place = draft.place("target", code, "state")
    was = words.STATES[words.SUSPENDED if held.suspended else words.ACTIVE]
    kind = ChangeKind.RETIRED if replaced_by is None else ChangeKind.REPLACED
    now = words.STATES[words.RETIRED]
    if replaced_by is not None:
        now = f"{now}, {words.TARGET_COLUMNS['replaced_by'].lower()} {replaced_by}"
    return _line(kind, code, held.name_vi, words.TARGET_COLUMNS["state"], was, now, place)


def _changed_target(
    before: CommuneCatalogue, after: CommuneCatalogue, held: Target, target: Target, draft: PlanDraft
) -> Iterator[PlanChange]:
    cells = [_target_cells(entry, item) for entry, item in ((before, held), (after, target))]
    for column in TARGETS:
        was, now = (in_words(column, cell.get(column.name)) for cell in cells)
        if (was != now and column.name != "lead_unit") or _lead_unit_differs(column, held, target):
            place = draft.place("target", target.target, column.name)
            kind = ChangeKind.CHANGED
            if column.name == "state":
                kind = ChangeKind.SUSPENDED if target.suspended else ChangeKind.RESUMED
            yield _line(kind, target.target, target.name_vi, column.title, was, now, place)


def _lead_unit_differs(column: Column, held: Target, target: Target) -> bool:
    return column.name == "lead_unit" and held.lead_unit != target.lead_unit


def _target_cells(entry: CommuneCatalogue, target: Target) -> Mapping[str, object]:
    return target_cells(entry, target, words.SUSPENDED if target.suspended else words.ACTIVE)


def _measure_lines(draft: PlanDraft) -> Iterator[PlanChange]:
    for measure in draft.new_measures:
        cells = measure_cells(measure)
        said = "; ".join(
            str(in_words(column, cells[column.name]))
            for column in MEASURES
            if column.name in ("name_vi", "unit", "accumulation", "frequency")
        )
        place = draft.place("measure", measure.measure, "measure")
        yield _line(ChangeKind.ADDED, measure.measure, measure.name_vi, words.NEW_MEASURE, None, said, place)


def _names(before: CommuneCatalogue, after: CommuneCatalogue) -> dict[str, str]:
    return {target.target: target.name_vi for target in (*before.targets, *after.targets)}


def _year_goal_lines(before: CommuneCatalogue, after: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    held, said = (
        {
            (goal.target, goal.assigned_by, goal.year, part): value
            for goal in entry.year_goals
            for part, value in (("value", goal.value), ("stretch", goal.stretch))
            if value is not None
        }
        for entry in (before, after)
    )
    names = _names(before, after)
    for key in _changed_keys(held, said, after):
        target, assigner, year, part = key
        band = words.TARGET_COLUMNS[part].lower()
        field = words.ASSIGNED_OF_YEAR.format(year=year, assigner=words.ASSIGNERS[assigner], band=band)
        place = draft.place("year_goal", *key)
        yield _line(_kind(held.get(key)), target, names[target], field, held.get(key), said.get(key), place)


def _milestone_lines(before: CommuneCatalogue, after: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    held, said = ({(m.target, m.scenario, m.period): m.value for m in entry.milestones} for entry in (before, after))
    names = _names(before, after)
    own = {scenario.scenario: scenario.name_vi for scenario in (*before.scenarios, *after.scenarios)}
    scenarios: dict[str, str] = {**{str(band): word.lower() for band, word in words.BANDS.items()}, **own}
    for key in sorted(_changed_keys(held, said, after), key=lambda key: _in_time(key, names)):
        target, scenario, period = key
        field = words.MILESTONE_OF.format(period=period_vi(parse_period(period)), scenario=scenarios[scenario])
        place = draft.place("milestone", *key)
        yield _line(_kind(held.get(key)), target, names[target], field, held.get(key), said.get(key), place)


def _in_time(key: tuple[str, str, str], names: Mapping[str, str]) -> tuple[object, ...]:
    period = parse_period(key[2])
    return (list(names).index(key[0]), key[1], period.end_month, -period.first_month)


def _pace_lines(before: CommuneCatalogue, after: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    """Of own paces month by month; of one taken from the years before too, since nobody typed it."""
    held, said = ({(pace.target, pace.month): pace.share for pace in entry.paces} for entry in (before, after))
    names = _names(before, after)
    sources = {pace.target: pace.source for pace in after.paces}
    for key in _changed_keys(held, said, after):
        target, month = key
        about = ("pace", target, str(month)) if sources.get(target) is PaceSource.OWN else ("target", target, "rhythm")
        field = words.PACE_OF.format(month=month)
        place = draft.place(*about)
        yield _line(_kind(held.get(key)), target, names[target], field, held.get(key), said.get(key), place)


def _step_lines(before: CommuneCatalogue, after: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    held, said = (
        {(step.target, step.scenario, step.on_date): step.value for step in entry.steps} for entry in (before, after)
    )
    names = _names(before, after)
    for key in _changed_keys(held, said, after):
        target, scenario, day = key
        field = words.STEP_OF.format(date=shown(day), scenario=words.BANDS[scenario].lower())
        place = draft.place("step", *key, "value")
        yield _line(_kind(held.get(key)), target, names[target], field, held.get(key), said.get(key), place)


def _scenario_lines(before: CommuneCatalogue, after: CommuneCatalogue, draft: PlanDraft) -> Iterator[PlanChange]:
    held, said = ({scenario.scenario: scenario for scenario in entry.scenarios} for entry in (before, after))
    for code, scenario in said.items():
        if code not in held:
            place = draft.place("scenario", code, "scenario")
            after_text = f"{scenario.name_vi} ({scenario.sector_vi})" if scenario.sector_vi else scenario.name_vi
            yield _line(ChangeKind.ADDED, code, scenario.name_vi, words.NEW_SCENARIO, None, after_text, place)
            continue
        for field in ("name_vi", "sector_vi"):
            was, now = getattr(held[code], field), getattr(scenario, field)
            if was != now:
                place = draft.place("scenario", code, field)
                title = words.SCENARIO_COLUMNS[field]
                yield _line(ChangeKind.CHANGED, code, scenario.name_vi, title, was, now, place)
    for code in held.keys() - said.keys():
        place, name = draft.place("scenario", code, "scenario"), held[code].name_vi
        yield _line(ChangeKind.CHANGED, code, name, words.SCENARIO_GONE, name, None, place)


def _changed_keys(held: Mapping[Any, Decimal], said: Mapping[Any, Decimal], after: CommuneCatalogue) -> list[Any]:
    """The keys, each beginning with its target, whose value differs; what goes with a retired target is no line."""
    return [
        key for key in dict.fromkeys([*held, *said]) if held.get(key) != said.get(key) and key[0] in after.target_by_id
    ]
