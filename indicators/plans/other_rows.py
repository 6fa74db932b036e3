"""The rows of the smaller sheets of a plan: scenarios, goals of single years, paces and steps.

An absent row changes nothing; a row that is there says all it is for: its blank cells clear."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalogue import Assigner, GrowthScenario, PaceSource, Scenario, YearGoal
from indicators.catalogue.columns import SCENARIO as CONVERTERS
from indicators.intake.folding import clean, fold
from indicators.plans.cells import word_of
from indicators.plans.draft import Drafting
from indicators.plans.tables import TableRow
from indicators.wording import plans as words

_MONTHS = 12


def target_code(drafting: Drafting, row: TableRow, *, may_be_percent: bool = False) -> str | None:
    """The row's target; None, with an issue, where there is none; None too where it has been retired. A percentage of a
    target that is counted in something else is an issue, unless the row is one of shares."""
    code = row.values.get("target")
    if code is None:
        if "target" not in row.unfit:
            drafting.issues.add("cell_needed", row.place("target"), column=words.CODE)
    elif code in drafting.targets:
        if not may_be_percent:
            refuse_percents(drafting, row, drafting.targets[code].unit)
        return str(code)
    elif code not in drafting.retirements:
        drafting.issues.add("unknown_target", row.place("target"), text=code)
    return None


def refuse_percents(drafting: Drafting, row: TableRow, unit: str) -> None:
    """97% is no number of people."""
    if unit and not unit.startswith("%"):
        for name in sorted(row.percents):
            drafting.issues.add("cell_percent", row.place(name), unit=unit)


def read_scenarios(drafting: Drafting, rows: Sequence[TableRow]) -> None:
    """A code with blank name and sector takes the scenario out."""
    seen: set[str] = set()
    for row in rows:
        code = _scenario_code(drafting, row)
        if code is None:
            continue
        if code in seen:
            drafting.issues.add("row_twice", row.place("scenario"), what=code)
            continue
        seen.add(code)
        drafting.note(row, "scenario", code)
        name, sector = row.values.get("name_vi"), row.values.get("sector_vi") or ""
        known = drafting.scenarios.get(code)
        if name is None and known is not None and not sector:
            drafting.drop_scenario(code)
        elif name is None:
            drafting.issues.add("scenario_unnamed", row.place("name_vi"))
        else:
            if known is not None and (clean(known.name_vi), clean(known.sector_vi)) == (name, sector):
                continue
            drafting.scenarios[code] = GrowthScenario(code, name, sector)


def _scenario_code(drafting: Drafting, row: TableRow) -> str | None:
    code = row.values.get("scenario")
    if code is None:
        if "scenario" not in row.unfit:
            title = words.SCENARIO_COLUMNS["scenario"]
            drafting.issues.add("cell_needed", row.place("scenario"), column=title)
        return None
    try:
        CONVERTERS["scenario"](code)
    except ValueError:
        drafting.issues.add("identifier_invalid", row.place("scenario"), text=code)
        return None
    if code in set(Scenario):
        drafting.issues.add("scenario_word", row.place("scenario"), text=code)
        return None
    return str(code)


def read_year_goals(drafting: Drafting, rows: Sequence[TableRow], years: range) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        code = target_code(drafting, row)
        said = row.values.get("assigned_by")
        if said is None and "assigned_by" not in row.unfit:
            drafting.issues.add("cell_needed", row.place("assigned_by"), column=words.ASSIGNED_BY)
        if code is None or said is None:
            continue
        if (code, said) in seen:
            drafting.issues.add("row_twice", row.place("target"), what=f"{code}, {words.ASSIGNERS[Assigner(said)]}")
            continue
        seen.add((code, said))
        for year in years:
            _take_year(drafting, row, code, Assigner(said), year)


def _take_year(drafting: Drafting, row: TableRow, code: str, assigner: Assigner, year: int) -> None:
    names = (f"{year}:value", f"{year}:stretch")
    known = drafting.year_goals.get((code, assigner, year))
    before = (known.value, known.stretch) if known else (None, None)
    value, stretch = (row.values.get(name, held) for name, held in zip(names, before, strict=True))
    key = (code, assigner, year)
    for name, part in zip(names, ("value", "stretch"), strict=True):
        drafting.places[("year_goal", *key, part)] = row.place(name)
    if row.unfit & set(names):
        return
    if value is not None:
        drafting.year_goals[key] = YearGoal(code, year, value, stretch, assigner)
    elif stretch is not None:
        drafting.issues.add("stretch_without_floor", row.place(names[0]), year=year)
    else:
        drafting.year_goals.pop(key, None)


def read_paces(drafting: Drafting, rows: Sequence[TableRow]) -> None:
    """The office's own paces; one taken from the years before is only shown."""
    seen: set[str] = set()
    for row in rows:
        code = target_code(drafting, row, may_be_percent=True)
        if code is None:
            continue
        if code in seen:
            drafting.issues.add("row_twice", row.place("target"), what=code)
            continue
        seen.add(code)
        drafting.note(row, "pace", code)
        if drafting.pace_sources.get(code) is PaceSource.HISTORY and drafting.rhythms.get(code) != words.OWN:
            continue
        shares = {
            month: row.values[str(month)] for month in range(1, _MONTHS + 1) if row.values.get(str(month)) is not None
        }
        if row.unfit:
            continue
        drafting.paces.pop(code, None)
        if shares:
            drafting.paces[code], drafting.pace_sources[code] = shares, PaceSource.OWN


def read_steps(drafting: Drafting, rows: Sequence[TableRow]) -> None:
    """A target and scenario that has rows has these steps and no others."""
    begun: set[tuple[str, Scenario]] = set()
    for row in rows:
        code = target_code(drafting, row)
        scenario = _band(drafting, row)
        if code is None or scenario is None:
            continue
        if (code, scenario) not in begun:
            begun.add((code, scenario))
            drafting.steps[code, scenario] = {}
        _take_step(drafting, row, code, scenario)


def _band(drafting: Drafting, row: TableRow) -> Scenario | None:
    said = row.values.get("scenario")
    if said is None:
        if "scenario" not in row.unfit:
            drafting.issues.add("cell_needed", row.place("scenario"), column=words.SCENARIO)
        return None
    found = word_of(said, words.BANDS)
    if found is None:
        drafting.issues.add("step_of_scenario", row.place("scenario"))
        return None
    return Scenario(found)


def _take_step(drafting: Drafting, row: TableRow, code: str, scenario: Scenario) -> None:
    day, value = row.values.get("on_date"), row.values.get("value")
    if row.unfit or (day is None and value is None):
        return
    if day is None or value is None:
        name, title = ("on_date", words.ON_DATE) if day is None else ("value", words.VALUE)
        drafting.issues.add("cell_needed", row.place(name), column=title)
        return
    steps = drafting.steps[code, scenario]
    if day in steps:
        drafting.issues.add("row_twice", row.place("on_date"), what=f"{code}, {day:%d/%m/%Y}")
        return
    steps[day] = value
    drafting.note(row, "step", code, scenario, day)


def scenario_of(drafting: Drafting, row: TableRow) -> str | None:
    """The scenario a milestone's row names: a band or one of the office's own, by name or code; else an issue."""
    said = row.values.get("scenario")
    if said is None:
        if "scenario" not in row.unfit:
            drafting.issues.add("cell_needed", row.place("scenario"), column=words.SCENARIO)
        return None
    own = {scenario.scenario: scenario.name_vi for scenario in drafting.scenarios.values()}
    found = word_of(said, words.BANDS | own)
    if found is None and not _is_gone(drafting, said):
        drafting.issues.add("unknown_scenario", row.place("scenario"), text=said)
    return found


def _is_gone(drafting: Drafting, said: str) -> bool:
    """A scenario that this very workbook takes out: its rows say nothing any more."""
    return any(fold(said) in (fold(scenario.name_vi), scenario.scenario) for scenario in drafting.base.scenarios)
