"""The rows of the sheet «Chỉ tiêu»: what each target becomes. None is ever deleted (a row that is gone is an issue)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from indicators.catalogue import Bound, Commitment, Horizon, PathRule, Target
from indicators.catalogue.columns import TARGET as CONVERTERS
from indicators.intake.folding import clean
from indicators.periods import FIRST_YEAR, LAST_YEAR
from indicators.plans.draft import Drafting
from indicators.plans.other_rows import refuse_percents
from indicators.plans.paths import has_rhythm
from indicators.plans.tables import TableRow
from indicators.plans.workbook import rhythm_of
from indicators.wording import plans as words

_NEEDED = ("group", "name_vi", "unit", "measure", "horizon", "last_year", "bound")
_ENUMS = {"horizon": Horizon, "bound": Bound, "commitment": Commitment, "path_rule": PathRule}
_DEFAULTS = {"commitment": Commitment.FIRM, "path_rule": PathRule.RULE}
_OPTIONAL_TEXTS = ("lead_unit", "joint_units", "directing_leader", "officer")
_FIELDS = (
    "indicator", "group", "name_vi", "unit", "measure", "horizon", "first_year", "last_year", "bound", "value",
    "stretch", "tolerance", "commitment", "path_rule", "lead_unit", "joint_units", "directing_leader", "officer",
)  # fmt: skip


def read_targets(drafting: Drafting, rows: Sequence[TableRow]) -> None:
    """Takes in every row; a target of the newest version that has none is an issue."""
    seen: dict[str, TableRow] = {}
    for row in rows:
        code = _code_of(drafting, row)
        if code in seen:
            drafting.issues.add("row_twice", row.place("target"), what=code)
        elif code is not None:
            seen[code] = row
            drafting.note(row, "target", code)
            _take(drafting, code, row)
            refuse_percents(drafting, row, row.values.get("unit") or _unit_held(drafting, code))
    _refuse_gone(drafting, rows, seen)
    _check_replacements(drafting, seen)


def _unit_held(drafting: Drafting, code: str) -> str:
    return drafting.targets[code].unit if code in drafting.targets else ""


def _code_of(drafting: Drafting, row: TableRow) -> str | None:
    code = row.values.get("target")
    if code is None:
        if "target" not in row.unfit:
            drafting.issues.add("cell_needed", row.place("target"), column=words.CODE)
        return None
    try:
        CONVERTERS["target"](code)
    except ValueError:
        drafting.issues.add("code_invalid", row.place("target"), text=code)
        return None
    return str(code)


def _take(drafting: Drafting, code: str, row: TableRow) -> None:
    base = drafting.base.target_by_id.get(code)
    state = _state_of(row, base, code in drafting.retirements)
    if code in drafting.retirements:
        if state != words.RETIRED:
            drafting.issues.add("retired_again", row.place("target"), target=code)
    elif state == words.RETIRED:
        if base is None:
            drafting.issues.add("retired_new", row.place("state"), target=code)
        else:
            drafting.retire(code, row.values.get("replaced_by"))
    else:
        if row.values.get("replaced_by") is not None:
            drafting.issues.add("replacement_without_end", row.place("replaced_by"))
        target = _target(drafting, code, row, base, is_suspended=state == words.SUSPENDED)
        if target is not None:
            drafting.targets[code] = target
            drafting.rhythms[code] = _rhythm(drafting, target, row)


def _state_of(row: TableRow, base: Target | None, was_retired: bool) -> str:
    if "state" in row.values:
        return row.values["state"] or words.ACTIVE
    if was_retired:
        return words.RETIRED
    return words.SUSPENDED if base is not None and base.suspended else words.ACTIVE


def _target(drafting: Drafting, code: str, row: TableRow, base: Target | None, *, is_suspended: bool) -> Target | None:
    """The target as the row says it; None, with issues, where that is not enough for one."""
    said: dict[str, Any] = {
        name: row.values[name] if name in row.values else getattr(base, name, None) for name in _FIELDS
    }
    if base is not None:
        said |= _kept_texts(base, said)
    _fill_in(said, code)
    missing = [name for name in _NEEDED if said[name] is None and name not in row.unfit]
    if said["value"] is None and "value" not in row.unfit:
        missing.append("value")
    for name in missing:
        drafting.issues.add("cell_needed", row.place(name), column=words.TARGET_COLUMNS[name])
    if missing or row.unfit or not _years_fit(drafting, row, said):
        return None
    measure = drafting.measures.get(said["measure"])
    own_unit = base is not None and base.lead_unit
    if measure is not None and said["lead_unit"] == clean(measure.lead_unit) and not own_unit:
        said["lead_unit"] = ""
    enums = {name: kind(said[name]) for name, kind in _ENUMS.items()}
    return Target(target=code, suspended=is_suspended, **said | enums)


def _kept_texts(base: Target, said: dict[str, Any]) -> dict[str, Any]:
    """Texts that differ only in spaces nobody sees are the same."""
    return {
        name: getattr(base, name)
        for name, value in said.items()
        if isinstance(value, str) and isinstance(getattr(base, name), str) and clean(getattr(base, name)) == value
    }


def _fill_in(said: dict[str, Any], code: str) -> None:
    """What a blank means."""
    for name, default in _DEFAULTS.items():
        said[name] = said[name] or default
    for name in _OPTIONAL_TEXTS:
        said[name] = said[name] or ""
    said["indicator"] = said["indicator"] or code.split(".", maxsplit=1)[0]
    said["first_year"] = said["first_year"] or said["last_year"]
    if said["bound"] == Bound.ACHIEVED and said["value"] is None:
        said["value"] = Decimal(1)


def _years_fit(drafting: Drafting, row: TableRow, said: dict[str, Any]) -> bool:
    for name in ("first_year", "last_year"):
        if not FIRST_YEAR <= said[name] <= LAST_YEAR:
            drafting.issues.add("year_invalid", row.place(name), text=said[name], first=FIRST_YEAR, last=LAST_YEAR)
            return False
    if said["first_year"] > said["last_year"]:
        drafting.issues.add("years_reversed", row.place("first_year"))
        return False
    return True


def _rhythm(drafting: Drafting, target: Target, row: TableRow) -> str | None:
    measure = drafting.measures.get(target.measure)
    said = row.values.get("rhythm") if "rhythm" in row.values else rhythm_of(drafting.base, target)
    if measure is None or has_rhythm(measure, target):
        return said or words.EVEN
    if said not in (None, words.EVEN):
        drafting.issues.add("pace_does_not_fit", row.place("rhythm"), text=words.RHYTHMS[said])
    return None


def _refuse_gone(drafting: Drafting, rows: Sequence[TableRow], seen: dict[str, TableRow]) -> None:
    """Points at the row after which the target stood."""
    before: TableRow | None = rows[0] if rows else None
    for target in drafting.base.targets:
        if target.target in seen:
            before = seen[target.target]
        else:
            place = before.place("target") if before else (words.TARGETS, "A1")
            drafting.issues.add("target_gone", place, target=target.target, name=target.name_vi)


def _check_replacements(drafting: Drafting, seen: dict[str, TableRow]) -> None:
    before = {retirement.target for retirement in drafting.base.retirements}
    for retirement in drafting.retirements.values():
        code = retirement.replaced_by
        if retirement.target not in before and code is not None and code not in drafting.targets:
            drafting.issues.add("replacement_unknown", seen[retirement.target].place("replaced_by"), text=code)
