"""The tables of Chi tiết chỉ tiêu: values with their history, remarks, the path, scenarios, plan versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.drawing.figures import plan_goal_line
from indicators.drawing.travelling import scenario_name
from indicators.drawing.versions import absence_vi
from indicators.moments import BEGINNING
from indicators.periods import Kind as PeriodKind
from indicators.periods import Period, parse_period
from indicators.wording import outlook, screens
from indicators.wording import workbooks as words
from indicators.workbooks.contents import (
    Row,
    distance_of,
    estimate_of,
    moment_of,
    number_column,
    period_of,
    recorded_value_of,
    value_of,
)
from indicators.workbooks.model import Column, Content, Kind, Table

_PERIOD = Column(screens.COLUMN_PERIOD, 20)
_SOURCE = (Column(screens.COLUMN_UPLOAD, 9, Kind.NUMBER), Column(screens.COLUMN_FILE, 32))
_WHO_AND_WHEN = (Column(screens.COLUMN_WHO, 22), Column(screens.COLUMN_WHEN, 17, Kind.MOMENT))
_PLACE = (Column(words.COLUMN_SHEET, 16), Column(words.COLUMN_CELL, 8))


@dataclass(frozen=True)
class OfTarget:
    """What the page knows of its target: rows of progress.value_history, remarks_of_measure, path_of_target and of
    scenarios.scenarios_of_target, versions_of_target."""

    target: Row
    history: Sequence[Row]
    remarks: Sequence[Row]
    path: Sequence[Row]
    scenarios: Sequence[Row]
    versions: Sequence[Row]


def detail_tables(known: OfTarget) -> list[Table]:
    """The tables of a target; of scenarios and of the path where it has any."""
    tables = [_values(known), _remarks(known)]
    if any(row["floor_milestone"] is not None for row in known.path):
        tables.append(_path(known))
    if len(known.scenarios) > 1:
        tables.append(_scenarios(known))
    return [*tables, _versions(known)]


def _titled(title: str, target: Row) -> str:
    return words.OF_TARGET.format(title=title, target=target["target"], name=target["name_vi"])


def _unit_note(target: Row) -> tuple[str, ...]:
    return (words.UNIT.format(unit=target["unit"]),)


def _values(known: OfTarget) -> Table:
    columns = (
        _PERIOD, number_column(screens.COLUMN_VALUE), Column(words.COLUMN_ESTIMATE, 8), *_SOURCE, *_PLACE,
        *_WHO_AND_WHEN, Column(screens.COLUMN_NOTE, 16), Column(words.COLUMN_WITHDRAWN_AT, 17, Kind.MOMENT),
        Column(words.COLUMN_WITHDRAWN_BY, 22), Column(words.COLUMN_WITHDRAWN_WHY, 30),
        Column(words.COLUMN_CORRECTION, 30),
    )  # fmt: skip
    rows = [_value_row(known.target, row) for row in known.history]
    title = _titled(screens.VALUES_TITLE, known.target)
    return Table(words.VALUES, title, columns, rows, _unit_note(known.target), kept=1)


def _value_row(target: Row, row: Row) -> list[Content]:
    return [
        period_of(row["period"]), recorded_value_of(target, row["value"]), estimate_of(row["estimate"]), row["upload"],
        row["file_name"], row["sheet"], row["cell"], row["recorded_by"], moment_of(row["recorded_at"]),
        screens.VALUE_STATES[row["state"]], moment_of(row["withdrawn_at"]), row["withdrawn_by"], row["reason"],
        row["correction_reason"],
    ]  # fmt: skip


def _remarks(known: OfTarget) -> Table:
    columns = (
        _PERIOD, Column(words.COLUMN_REMARK_KIND, 22), Column(words.COLUMN_REMARK, 70), *_SOURCE, *_PLACE,
        *_WHO_AND_WHEN,
    )  # fmt: skip
    rows = [
        [
            period_of(row["period"]), screens.REMARK_KINDS[row["kind"]], row["text_vi"], row["upload"],
            row["file_name"], row["sheet"], row["cell"], row["recorded_by"], moment_of(row["recorded_at"]),
        ]
        for row in known.remarks
    ]  # fmt: skip
    return Table(words.REMARKS, _titled(screens.REMARKS_TITLE, known.target), columns, rows, kept=1)


def _path(known: OfTarget) -> Table:
    """A row a month that has a milestone; of a month that ends a quarter, which one."""
    columns = (
        _PERIOD, Column(words.COLUMN_ENDS_QUARTER, 14), number_column(words.COLUMN_FLOOR),
        number_column(words.COLUMN_STRETCH), Column(words.COLUMN_FIXED, 12),
        Column(outlook.COLUMN_VERSION, 11, Kind.NUMBER),
    )  # fmt: skip
    rows = [_path_row(known.target, row) for row in known.path if row["floor_milestone"] is not None]
    title = _titled(screens.COLUMN_MILESTONE, known.target)
    return Table(words.PATH, title, columns, rows, _unit_note(known.target), kept=1)


def _path_row(target: Row, row: Row) -> list[Content]:
    return [
        period_of(row["period"]), _quarter_ended(row["period"]), value_of(target, row["floor_milestone"]),
        value_of(target, row["stretch_milestone"]), words.FIXED if row["is_fixed"] else None, row["plan"],
    ]  # fmt: skip


def _quarter_ended(month: str) -> Content:
    period = parse_period(month)
    if period.number % 3:
        return None
    return period_of(Period(period.year, PeriodKind.QUARTER, period.number // 3).code)


def _scenarios(known: OfTarget) -> Table:
    columns = (
        Column(outlook.COLUMN_SCENARIO, 40), number_column(screens.COLUMN_MILESTONE_SHORT),
        number_column(words.COLUMN_DISTANCE), Column(outlook.COLUMN_REACHED, 16), Column(screens.COLUMN_NOTE, 16),
    )  # fmt: skip
    rows = [_scenario_row(known, row) for row in known.scenarios]
    title = _titled(outlook.SCENARIOS_TITLE, known.target)
    return Table(words.SCENARIOS, title, columns, rows, _unit_note(known.target))


def _scenario_row(known: OfTarget, row: Row) -> list[Content]:
    reached = outlook.SCENARIO_REACHED[row["reached"]] if row["distance"] is not None else None
    return [
        scenario_name(row, known.scenarios), value_of(known.target, row["planned_value"]),
        distance_of(known.target, row["distance"]), reached, outlook.FOLLOWED if row["followed"] else None,
    ]  # fmt: skip


def _versions(known: OfTarget) -> Table:
    columns = (
        Column(outlook.COLUMN_VERSION, 11, Kind.NUMBER), Column(words.COLUMN_HELD_FROM, 12, Kind.DATE),
        Column(words.COLUMN_HELD_TO, 12, Kind.DATE), Column(words.COLUMN_DOCUMENT_NUMBER, 18),
        Column(words.COLUMN_DOCUMENT_DATE, 12, Kind.DATE), Column(words.COLUMN_PLAN, 44),
        Column(outlook.COLUMN_GOAL, 30), Column(words.COLUMN_RECORDED_AT, 17, Kind.MOMENT),
        Column(words.COLUMN_RECORDED_BY, 22),
    )  # fmt: skip
    rows = [_version_row(row) for row in known.versions]
    return Table(words.VERSIONS, _titled(outlook.VERSIONS_TITLE, known.target), columns, rows, kept=1)


def _version_row(row: Row) -> list[Content]:
    goal = plan_goal_line(row) if row["bound"] is not None else absence_vi(row)
    return [
        row["plan"], row["valid_from"], row["valid_to"], row["document_number"], row["document_date"], row["name_vi"],
        goal, recorded_moment(row), screens.recorder_vi(row["recorded_by"]),
    ]  # fmt: skip


def recorded_moment(row: Row) -> Content:
    """The catalogue's first word is known from the beginning, which is no moment anybody wrote it down."""
    return outlook.FROM_THE_BEGINNING if row["recorded_at"] <= BEGINNING else moment_of(row["recorded_at"])
