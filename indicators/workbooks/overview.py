"""The tables of Tổng quan: every target of the period, and every indicator quarter by quarter."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.figures import goal_line, judged_mean
from indicators.drawing.lead import worst_first
from indicators.drawing.overview import indicator_names
from indicators.drawing.people import of_people
from indicators.drawing.shown import Shown
from indicators.periods import LAST_YEAR, Period, quarters
from indicators.progress import Overview
from indicators.wording import screens
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
from indicators.workbooks.model import Column, Content, Figure, Kind, Table

_TARGET_COLUMNS = (
    NUMBER_COLUMN, NAME_COLUMN, Column(words.COLUMN_GROUP, 16), UNIT_COLUMN, Column(screens.GOAL, 22),
    Column(words.COLUMN_COMMITMENT, 12), STATUS_COLUMN, number_column(screens.COLUMN_ACTUAL),
    Column(words.COLUMN_WHAT_VALUE, 18), number_column(screens.COLUMN_MILESTONE), number_column(words.COLUMN_DISTANCE),
    number_column(words.COLUMN_LATE_MONTHS), Column(words.COLUMN_DUE, 12, Kind.DATE),
    number_column(words.COLUMN_YEAR_PLAN), Column(words.COLUMN_YEAR_PERCENT, 13, Kind.PERCENT, 1),
    number_column(words.COLUMN_YEAR_DISTANCE), number_column(words.COLUMN_LAST_KNOWN),
    Column(words.COLUMN_LAST_KNOWN_PERIOD, 14), *PEOPLE_COLUMNS,
)  # fmt: skip


def overview_tables(shown: Shown, found: Overview) -> list[Table]:
    """Both tables, of the people and in the order that the page shows. `found`: everything judged in the period."""
    targets = of_people(found.targets, shown)
    return [_targets_table(targets, shown), _quarters_table(targets, found, shown)]


def _targets_table(targets: Sequence[Row], shown: Shown) -> Table:
    ordered = worst_first(targets) if shown.order == "worst" else targets
    notes = (words.scenario_note_vi(shown.scenarios[shown.scenario]), words.DISTANCE_NOTE)
    rows = [_target_row(row, shown) for row in ordered]
    return Table(words.TARGETS, words.TARGETS_TITLE, _TARGET_COLUMNS, rows, notes, kept=2)


def _target_row(row: Row, shown: Shown) -> list[Content]:
    is_due = row["status"] != "not_due"
    late = row["late_months"] if is_due else None
    in_percent = row["unit"].startswith("%")
    return [
        row["target"], row["name_vi"], row["group_vi"], row["unit"], goal_line(row),
        screens.STRIVE if row["commitment"] == "strive" else None, status_of(row["status"]),
        *_judged_value(row, shown), value_of(row, row["planned_value"]), distance_of(row, row["distance"]),
        None if late is None else Figure(late, 1, is_signed=True), None if is_due else row["due_on"],
        value_of(row, row["year_goal"]), None if in_percent else row["year_goal_percent"],
        distance_of(row, row["year_goal_distance"]), *_last_known(row), *people_of(row),
    ]  # fmt: skip


def _judged_value(row: Row, shown: Shown) -> tuple[Content, Content]:
    """The value that is judged, and what kind of a value that is where it is no plain one of the period."""
    mean = judged_mean(row, shown)
    if mean is not None and row["compared_value"] is not None:
        return value_of(row, row["compared_value"]), mean
    if row["actual_value"] is None:
        return None, screens.NO_VALUE
    return value_of(row, row["actual_value"]), screens.ESTIMATE_NOTE if row["estimate"] else None


def _last_known(row: Row) -> tuple[Content, Content]:
    """What the page shows in grey: only where the period has no value."""
    if row["actual_value"] is not None or row["last_known_value"] is None:
        return None, None
    return value_of(row, row["last_known_value"]), period_of(row["last_known_period"])


def _quarters_table(targets: Sequence[Row], found: Overview, shown: Shown) -> Table:
    every = [quarter for year in range(shown.first_year, LAST_YEAR + 1) for quarter in quarters(year)]
    columns = (
        NUMBER_COLUMN, Column(screens.COLUMN_NAME, 60), Column(words.STATUS_OF.format(period=shown.period_text), 20),
        *(Column(str(period_of(quarter.code)), 13) for quarter in every),
    )  # fmt: skip
    statuses = {(row["indicator"], row["period"]): row["status"] for row in found.statuses}
    now = {row["indicator"]: row["status"] for row in found.indicators}
    rows = [
        [indicator, name, status_of(now[indicator]), *(_at(statuses, indicator, quarter, shown) for quarter in every)]
        for indicator, name, _ in indicator_names(targets)
    ]
    title = screens.HEAT_TITLE.format(first=shown.first_year, last=LAST_YEAR)
    return Table(words.QUARTERS, title, columns, rows, (words.QUARTERS_NOTE,), kept=2)


def _at(statuses: dict[tuple[str, str], str], indicator: str, quarter: Period, shown: Shown) -> Content:
    """Empty where the quarter has not begun, as on the page."""
    return None if quarter.starts_on() > shown.today else status_of(statuses.get((indicator, quarter.code)))
