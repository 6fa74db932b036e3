"""The report's table: its twelve columns, and what stands in each cell of a target's line."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from indicators.catalogue import Bound
from indicators.drawing.figures import (
    difference_unit,
    difference_vi,
    distance_vi,
    is_yes_no,
    value_vi,
)
from indicators.numbers import format_figure, format_number
from indicators.periods import Period, parse_period
from indicators.reports.model import Cell, Column, Line
from indicators.store import Row
from indicators.wording import reports as words
from indicators.wording import screens
from indicators.wording.evidence import document_vi
from indicators.wording.goals import goal_vi
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES

#: Column → its share of the table's width, in percent.
_SHARES = {
    "target": 4.0, "name": 20.5, "unit": 7.0, "term_goal": 7.5, "year_plan": 7.0, "milestone": 7.0,
    "period_value": 7.0, "cumulative": 7.0, "year_percent": 7.0, "distance": 7.0, "year_before": 7.5, "status": 11.5,
}  # fmt: skip
_TEXTS = {"target", "name", "unit", "status"}
_POINTS = "%"


def columns_of(rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns that the issue of a report asks for, in its order."""
    year = term_year(rows)
    return tuple(
        Column(key, words.COLUMNS[key].format(year=year), share, key not in _TEXTS) for key, share in _SHARES.items()
    )


def lines_of(rows: Sequence[Row], asked: Period, last_year: int) -> tuple[Line, ...]:
    """A line a row of report_lines.sql. `last_year`: `term_year` of all that is reported."""
    return tuple(Line(row, _cells(row, asked, last_year)) for row in rows)


def term_year(rows: Sequence[Row]) -> int:
    """The last year that the plan wants something of."""
    return max(int(row["last_year"]) for row in rows)


def notes_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """What the columns mean, and which document decided the plan that judges."""
    documents = dict.fromkeys(
        document_vi(row["plan_name_vi"], row["document_number"], row["document_date"]) for row in rows
    )
    return (*words.NOTES, words.PLAN_NOTE.format(documents="; ".join(documents)))


def _cells(row: Row, asked: Period, last_year: int) -> dict[str, Cell]:
    return {
        "target": Cell(row["target"]),
        "name": Cell(row["name_vi"]),
        "unit": Cell(row["unit"]),
        "term_goal": Cell(_term_goal(row, last_year)),
        "year_plan": _year_plan(row),
        "milestone": _figure(row, row["planned_value"]),
        "period_value": _figure(row, row["period_value"]),
        "cumulative": _figure(row, row["cumulative_value"]),
        "year_percent": _percent(row["year_goal_percent"]),
        "distance": _distance(row),
        "year_before": _change(row),
        "status": Cell(_status(row, asked)),
    }


def _term_goal(row: Row, last_year: int) -> str:
    """'≥ 99', '15 - 16', 'Đạt (năm 2026)' where it ends before the others."""
    goal = goal_vi(row["bound"], row["term_goal"], row["term_stretch"])
    if row["last_year"] == last_year:
        return goal
    return words.GOAL_OF_YEAR.format(goal=goal, year=row["last_year"])


def _year_plan(row: Row) -> Cell:
    """A number where it is one to be reached; else the goal in words, as what must not be passed is none."""
    goal = row["year_goal"]
    if goal is None:
        return Cell()
    if row["bound"] != Bound.AT_LEAST or row["year_stretch"] is not None:
        return Cell(goal_vi(row["bound"], goal, row["year_stretch"]))
    return _figure(row, goal)


def _figure(row: Row, value: Decimal | None) -> Cell:
    text = value_vi(row, value)
    return Cell(text) if value is None or is_yes_no(row) else Cell(text, value, _decimals(text))


def _percent(value: Decimal | None) -> Cell:
    if value is None:
        return Cell()
    text = format_figure(value, 1)
    return Cell(text, value, _decimals(text))


def _distance(row: Row) -> Cell:
    text = distance_vi(row, row["distance"])
    return Cell(text, row["distance"], _decimals(text)) if text else Cell()


def _change(row: Row) -> Cell:
    """'+1,3 điểm %' of what is counted in percent, '+5,2%' of an amount."""
    change = row["year_before_change"]
    if change is None:
        return Cell()
    in_points = row["unit"].startswith(_POINTS)
    size = difference_vi(row, change) if in_points else format_number(abs(change), 1)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    unit = f"\u00a0{difference_unit(row['unit'])}" if in_points else _POINTS
    return Cell(f"{sign}{size}{unit}", change, _decimals(size))


def _decimals(text: str) -> int:
    return len(text.partition(",")[2])


def _status(row: Row, asked: Period) -> str:
    """'Đúng tiến độ (số ước)', 'Đạt (bình quân 2026-2027: 15,1)', 'Đạt (Quyết định số 12/QĐ-UBND)'."""
    notes = [note for note in (*_of_value(row, asked), _mean(row), *_recognised(row), _strive(row)) if note]
    word = STATUSES[row["status"]].word
    return f"{word} ({'; '.join(notes)})" if notes else word


def _of_value(row: Row, asked: Period) -> tuple[str, ...]:
    """What kind of a number it is: provisional, or of a year that has gone."""
    if row["actual_value"] is None or is_yes_no(row):
        return (words.ESTIMATED,) if row["actual_value"] is not None and row["estimate"] else ()
    estimated = words.ESTIMATED if row["estimate"] else words.PERIOD_ESTIMATED if row["period_estimate"] else ""
    period = parse_period(row["actual_period"])
    return estimated, "" if period.ends_with(asked) else words.VALUE_OF.format(period=period_vi(period))


def _mean(row: Row) -> str:
    """The mean, where it is judged instead of the year's own value."""
    if not row["by_mean"] or row["compared_value"] is None:
        return ""
    return words.MEAN.format(
        first=row["first_year"], last=row["judged_year"], mean=value_vi(row, row["compared_value"])
    )


def _recognised(row: Row) -> Sequence[str]:
    """Which document says yes."""
    if not is_yes_no(row) or not row["actual_value"]:
        return ()
    return row["decisions_vi"] or (screens.NO_DECISION,)


def _strive(row: Row) -> str:
    return screens.STRIVE if row["commitment"] == "strive" else ""
