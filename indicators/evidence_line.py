"""A target's line on the sheet of evidence: what was wanted, what was reached, how it stood at the ends of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.drawing.figures import is_yes_no, plan_goal_line, value_vi
from indicators.evidence_sheet import Content, Figure
from indicators.numbers import format_number
from indicators.periods import Kind, Period, parse_period
from indicators.units import Judged, Row, year_ends
from indicators.wording import evidence as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES


@dataclass(frozen=True)
class YearOfEvidence:
    """What the sheets are written from. `at`: the period up to which results are given;
    `whole`: the tally of the whole commune; `note`: what the sheet says of its moment where it looks back."""

    commune_name: str
    year: int
    today: date
    by: str
    at: str
    judged: Judged
    remarks: Sequence[Row]
    whole: str
    note: str = ""

    @property
    def ends(self) -> list[str]:
        return year_ends(self.year)


def target_line(row: Row, of_year: YearOfEvidence) -> list[Content]:
    """A target's line: the newest value of the year with what belongs to it, and the status at each of its ends."""
    judged = of_year.judged[row["target"]]
    newest = next((judged[end] for end in reversed(of_year.ends) if _has_value(judged.get(end))), row)
    period = newest["actual_period"]
    return [
        row["target"],
        row["name_vi"],
        row["unit"],
        plan_goal_line({**row, "goal_value": row["term_goal"], "goal_stretch": row["term_stretch"]}),
        _figure(row, newest["year_goal"]),
        _figure(row, newest["actual_value"]),
        screens.capitalised(period_vi(parse_period(period))) if period else None,
        _percent(newest["year_goal_percent"]),
        None if is_yes_no(row) else _figure(newest, newest["distance"]),
        *(_status(judged.get(end), end, of_year.today) for end in of_year.ends),
        _notes(newest, of_year),
    ]


def _has_value(row: Row | None) -> bool:
    return row is not None and row["actual_value"] is not None


def _status(row: Row | None, end: str, today: date) -> str | None:
    """In words; nothing of a quarter that has not begun, and of the year's end while its last quarter has not."""
    period = parse_period(end)
    begins = Period(period.year, Kind.QUARTER, 4) if end == str(period.year) else period
    return STATUSES[row["status"]].word if row is not None and begins.starts_on() <= today else None


def _figure(row: Row, value: Decimal | None) -> Content:
    """The number with the decimals it is shown with everywhere, 'Đạt' for a yes."""
    if value is None or is_yes_no(row):
        return value_vi(row, value) or None
    return Figure(value, _decimals(value_vi(row, value)))


def _percent(value: Decimal | None) -> Content:
    return None if value is None else Figure(value, _decimals(format_number(value, 1)))


def _decimals(text: str) -> int:
    return len(text.partition(",")[2])


def _notes(row: Row, of_year: YearOfEvidence) -> str:
    """What was recognised by which document, what the number is, what was remarked in the year."""
    said = [remark for remark in of_year.remarks if remark["measure"] == row["measure"]]
    notes = [f"{screens.REMARK_KINDS[remark['kind']]}: {remark['text_vi']}" for remark in said]
    if is_yes_no(row) and row["actual_value"] and not any(remark["kind"] == "decision" for remark in said):
        notes.insert(0, screens.capitalised(screens.NO_DECISION))
    if row["commitment"] == "strive":
        notes.insert(0, words.STRIVE_NOTE)
    if row["estimate"]:
        notes.insert(0, words.ESTIMATE_NOTE)
    if row["by_mean"] and row["compared_value"] is not None:
        notes.insert(0, words.mean_vi(row["first_year"], of_year.year, value_vi(row, row["compared_value"])))
    return "\n".join(dict.fromkeys(notes))
