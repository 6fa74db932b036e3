"""The tables of the page that compares two moments: the values and statuses that are others, the acts in between."""

from __future__ import annotations

from decimal import Decimal

from indicators.catalogue.model import YES_NO_UNIT
from indicators.drawing.figures import exact_decimals
from indicators.store import Row
from indicators.two_moments import Differences
from indicators.wording import looking_back as words
from indicators.wording import screens
from indicators.wording.periods import code_vi
from indicators.workbooks.contents import (
    NAME_COLUMN,
    NUMBER_COLUMN,
    UNIT_COLUMN,
    estimate_of,
    moment_of,
    number_column,
    period_of,
    status_of,
    value_of,
)
from indicators.workbooks.model import Column, Content, Figure, Kind, Table

_VALUES = (
    NAME_COLUMN, Column(words.VALUE_COLUMNS[1], 16), UNIT_COLUMN, number_column(words.VALUE_COLUMNS[2]),
    Column(words.ESTIMATE_COLUMNS[0], 10), number_column(words.VALUE_COLUMNS[3]), Column(words.ESTIMATE_COLUMNS[1], 10),
    Column(words.VALUE_COLUMNS[4], 12), Column(words.VALUE_COLUMNS[5], 60),
)  # fmt: skip
_STATUSES = (
    NUMBER_COLUMN, NAME_COLUMN, UNIT_COLUMN, Column(words.STATUS_COLUMNS[2], 20), Column(words.STATUS_COLUMNS[3], 20),
    *(number_column(heading) for heading in words.BEFORE_AND_AFTER_COLUMNS),
)  # fmt: skip
_ACTS = (Column(words.ACT_COLUMNS[0], 17, Kind.MOMENT), Column(words.ACT_COLUMNS[1], 90))


def difference_tables(found: Differences, *, until_now: bool) -> list[Table]:
    """A sheet each of the page's lists; all say between which moments."""
    said = (words.summary_vi(found, until_now=until_now),)
    tables = [Table(words.SHEET_VALUES, words.VALUES_TITLE, _VALUES, [_value(row) for row in found.values], said, 1)]
    if found.period:
        title = words.STATUSES_TITLE.format(period=code_vi(found.period))
        rows = [_status(row) for row in found.statuses]
        tables.append(Table(words.SHEET_STATUSES, title, _STATUSES, rows, (*said, words.STATUSES_NOTE), 2))
    acts = [(moment_of(row["acted_at"]), words.act_vi(row)) for row in found.acts]
    return [*tables, Table(words.SHEET_ACTS, words.ACTS_TITLE, _ACTS, acts, said)]


def _value(row: Row) -> list[Content]:
    return [
        row["name_vi"] or row["measure"], period_of(row["period"]), row["unit"],
        _recorded(row, row["before"]), estimate_of(row["before_estimate"]),
        _recorded(row, row["after"]), estimate_of(row["after_estimate"]),
        words.CHANGES[row["change"]], screens.capitalised(words.deciding_vi(row)),
    ]  # fmt: skip


def _recorded(row: Row, value: Decimal | None) -> Content:
    """The number with every decimal that was recorded; 'Đạt' or 'Chưa đạt' of a yes/no."""
    if value is None:
        return None
    if row["unit"] == YES_NO_UNIT:
        return screens.YES if value >= 1 else screens.NO
    return Figure(value, exact_decimals(value, row["decimals"] or 0))


def _status(row: Row) -> list[Content]:
    numbers = [value_of(row, row[f"{when}_{what}"]) for what in ("actual", "planned") for when in ("before", "after")]
    statuses = [status_of(row[when]) or words.NO_TARGET for when in ("before", "after")]
    return [row["target"], row["name_vi"], row["unit"], *statuses, *numbers]
