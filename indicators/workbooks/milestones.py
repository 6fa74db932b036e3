"""The tables of Đường găng: the year as a matrix, a row a target and period, and what is due next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from indicators.drawing.figures import judged_mean
from indicators.drawing.milestones_cell import is_in_matrix, reached_value
from indicators.drawing.milestones_columns import periods_of_matrix
from indicators.drawing.people import of_people
from indicators.drawing.shown import Shown
from indicators.drawing.year_plan import year_plan
from indicators.milestones import TargetYear, by_target
from indicators.wording import milestones as milestone_words
from indicators.wording import outlook, screens
from indicators.wording import workbooks as words
from indicators.workbooks.contents import (
    NAME_COLUMN,
    NUMBER_COLUMN,
    PEOPLE_COLUMNS,
    STATUS_COLUMN,
    UNIT_COLUMN,
    Row,
    distance_of,
    number_column,
    people_of,
    period_of,
    status_of,
    value_of,
)
from indicators.workbooks.model import Column, Content, Kind, Table

_PERIOD_COLUMNS = (
    NUMBER_COLUMN, NAME_COLUMN, UNIT_COLUMN, Column(screens.COLUMN_PERIOD, 14),
    Column(words.COLUMN_ENDS_ON, 12, Kind.DATE), number_column(screens.COLUMN_MILESTONE_SHORT),
    Column(words.COLUMN_FIXED, 12), number_column(screens.COLUMN_ACTUAL), Column(words.COLUMN_WHAT_VALUE, 22),
    number_column(words.COLUMN_DISTANCE), STATUS_COLUMN, Column(outlook.COLUMN_VERSION, 11, Kind.NUMBER),
    *PEOPLE_COLUMNS,
)  # fmt: skip
_DUE_COLUMNS = (
    Column(words.COLUMN_REPORT_DUE, 12, Kind.DATE), NUMBER_COLUMN, NAME_COLUMN, Column(screens.COLUMN_PERIOD, 14),
    UNIT_COLUMN, number_column(milestone_words.COLUMN_DUE_MILESTONE), *PEOPLE_COLUMNS,
)  # fmt: skip


def has_milestones(shown: Shown, rows: Sequence[dict[str, Any]]) -> bool:
    """Whether the page draws a matrix: the commune has a plan of that year."""
    return shown.period.year >= shown.first_year and bool(rows)


def milestone_tables(shown: Shown, rows: Sequence[dict[str, Any]]) -> list[Table]:
    """`rows`: those of `milestones_of_year` for the year of the period shown."""
    lines = by_target(rows)
    kept = {row["target"] for row in of_people([line.head for line in lines], shown)}
    of_those = [line for line in lines if line.head["target"] in kept]
    return [_matrix(of_those, shown), _by_period(of_those, shown), _due(of_those, shown)]


def _scenario_note(shown: Shown) -> tuple[str, ...]:
    return (words.scenario_note_vi(shown.scenarios[shown.scenario]),)


def _matrix(lines: Sequence[TargetYear], shown: Shown) -> Table:
    """Two lines a target: what is to be reached, and under it what was."""
    periods = periods_of_matrix(shown.period.year)
    columns = (
        NUMBER_COLUMN, NAME_COLUMN, UNIT_COLUMN, Column(milestone_words.COLUMN_YEAR_GOAL, 22),
        Column(words.COLUMN_LINE, 14), *(number_column(screens.in_year_vi(period), 10) for period in periods),
    )  # fmt: skip
    rows: list[list[Content]] = []
    for line in lines:
        of_periods = [line.by_period.get(period.code) for period in periods]
        drawn = [row if row is not None and _is_drawn(line, row) else None for row in of_periods]
        head = line.head
        named = [head["target"], head["name_vi"], head["unit"], year_plan(line.latest or head)]
        rows.append(
            [*named, words.LINE_MILESTONE, *(value_of(row, row["planned_value"]) if row else None for row in drawn)]
        )
        rows.append(
            [*named, words.LINE_REACHED, *(value_of(row, reached_value(row, shown)) if row else None for row in drawn)]
        )
    title = milestone_words.CAPTION.format(year=shown.period.year)
    return Table(words.MATRIX, title, columns, rows, _scenario_note(shown), kept=2)


def _is_drawn(line: TargetYear, row: Row) -> bool:
    return not line.has_ended and is_in_matrix(row)


def _by_period(lines: Sequence[TargetYear], shown: Shown) -> Table:
    """What each cell of the matrix says, a row each."""
    title = milestone_words.CAPTION.format(year=shown.period.year)
    notes = (*_scenario_note(shown), words.DISTANCE_NOTE)
    rows = [content for line in lines for content in _period_rows(line, shown)]
    return Table(words.BY_PERIOD, title, _PERIOD_COLUMNS, rows, notes, kept=2)


def _period_rows(line: TargetYear, shown: Shown) -> Iterator[list[Content]]:
    for period in periods_of_matrix(shown.period.year):
        row = line.by_period.get(period.code)
        if row is None or not _is_drawn(line, row):
            continue
        planned, reached = value_of(row, row["planned_value"]), value_of(row, reached_value(row, shown))
        if planned is not None or reached is not None:
            yield [
                row["target"], row["name_vi"], row["unit"], period_of(row["period"]), period.ends_on(), planned,
                words.FIXED if row["is_fixed"] else None, reached, _what_value(row, shown),
                distance_of(row, row["distance"]), status_of(row["status"]), row["plan"], *people_of(row),
            ]  # fmt: skip


def _what_value(row: Row, shown: Shown) -> Content:
    """The mean, or a provisional number."""
    if reached_value(row, shown) is None:
        return None
    return judged_mean(row, shown) or (screens.ESTIMATE_NOTE if row["estimate"] else None)


def _due(lines: Sequence[TargetYear], shown: Shown) -> Table:
    due = sorted((line for line in lines if line.head["next_due_on"]), key=lambda line: line.head["next_due_on"])
    rows = [_due_row(line.head["next_due_on"], line.by_period[line.head["next_period"]]) for line in due]
    title = f"{milestone_words.DUE_TITLE}, {milestone_words.TITLE.format(year=shown.period.year).lower()}"
    return Table(milestone_words.DUE_TITLE, title, _DUE_COLUMNS, rows, kept=3)


def _due_row(day: Content, row: Row) -> list[Content]:
    return [
        day, row["target"], row["name_vi"], period_of(row["period"]), row["unit"],
        value_of(row, row["planned_value"]), *people_of(row),
    ]  # fmt: skip
