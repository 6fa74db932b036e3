"""The rows of a sheet «Mốc …»: one that differs from what the plan holds replaces the target's year in its scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from zlib import crc32

from indicators.intake.folding import fold
from indicators.plans.draft import Drafting, MilestoneRow
from indicators.plans.layout import PROOF, milestone_periods
from indicators.plans.other_rows import scenario_of, target_code
from indicators.plans.tables import TableRow
from indicators.wording import plans as words

_DERIVED = fold(words.DERIVED)


def read_milestones(drafting: Drafting, rows: Sequence[TableRow], year: int) -> None:
    """Takes in the rows of one year; one that only shows what is derived is only checked."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if _is_derived(row):
            _check_derived(drafting, row, year)
            continue
        code = target_code(drafting, row)
        scenario = scenario_of(drafting, row)
        if code is None or scenario is None:
            continue
        if (code, scenario) in seen:
            drafting.issues.add("row_twice", row.place("target"), what=f"{code}, {row.values['scenario']}")
            continue
        seen.add((code, scenario))
        _take(drafting, row, code, scenario, year)


def proof_of(values: Mapping[str, object]) -> str:
    """What a derived row bears, so that an edit of it is noticed: a sum over its values by period."""
    said = ";".join(
        f"{period}={value.normalize():f}" for period, value in sorted(values.items()) if isinstance(value, Decimal)
    )
    return f"x{crc32(said.encode()):08x}"


def _check_derived(drafting: Drafting, row: TableRow, year: int) -> None:
    """A derived row is not read, so one that was edited was meant to be. Without its proof or all its columns a row
    proves nothing."""
    proof = row.values.get(PROOF.name)
    is_whole = all(period.code in row.addresses for period in milestone_periods(year))
    if is_whole and proof is not None and proof != proof_of(row.values):
        drafting.issues.add("derived_edited", row.place("scenario"), target=row.values.get("target"))


def _is_derived(row: TableRow) -> bool:
    return fold(str(row.values.get("scenario") or "")).endswith(_DERIVED)


def _take(drafting: Drafting, row: TableRow, code: str, scenario: str, year: int) -> None:
    held = {
        period.code: value
        for period in milestone_periods(year)
        if (value := drafting.milestones.get((code, scenario, period.code))) is not None
    }
    said = _said(row, held, year)
    for period in milestone_periods(year):
        drafting.places["milestone", code, scenario, period.code] = row.place(period.code)
    if row.unfit or said == held:
        return
    drafting.milestones = {
        key: value
        for key, value in drafting.milestones.items()
        if key[:2] != (code, scenario) or not key[2].startswith(str(year))
    } | {(code, scenario, period): value for period, value in said.items()}
    if said:
        drafting.milestone_rows.append(MilestoneRow(code, scenario, year, row))


def _said(row: TableRow, held: dict[str, Decimal], year: int) -> dict[str, Decimal]:
    """The row's values; of a column that the sheet has not, what the plan holds."""
    said = {
        period.code: row.values[period.code] if period.code in row.values else held.get(period.code)
        for period in milestone_periods(year)
    }
    return {period: value for period, value in said.items() if value is not None}
