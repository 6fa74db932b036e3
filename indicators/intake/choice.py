"""Which column a measure takes, of those for one period (design, section 3, 'Words of accumulation').

A level takes the period's own column, everything counted from January the cumulative one; a single column is taken as
it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indicators.catalogue import Accumulation, Measure
from indicators.intake.layout.roles import Accrual
from indicators.intake.model import Meaning
from indicators.intake.periods.columns import DatedColumn, total_of
from indicators.periods import Kind


@dataclass(frozen=True)
class Choice:
    """The columns to read (two where the sheet has the same column twice), and a warning's code or ''."""

    columns: tuple[DatedColumn, ...] = ()
    warning: str = ""
    about: DatedColumn | None = None


def choose_columns(
    measure: Measure,
    group: Sequence[DatedColumn],
    dated: Sequence[DatedColumn],
    is_filled: Callable[[DatedColumn], bool],
) -> Choice:
    """The columns of `group` (one period's, of all that the table has `dated`) that `measure` takes in a row where
    `is_filled` says which hold something."""
    preferred, other = _sides(measure, group)
    filled = _firm_first([column for column in preferred if is_filled(column)])
    if filled:
        return _with_doubt(measure, filled, dated, is_filled)
    fallback = _firm_first([column for column in other if is_filled(column)])
    if not fallback:
        return Choice()
    if measure.accumulation is Accumulation.LEVEL:
        return Choice(fallback, "other_column_read", fallback[0])
    return Choice((), "cumulative_missing", preferred[0])


def _totals_beside(column: DatedColumn, dated: Sequence[DatedColumn]) -> list[DatedColumn]:
    """The columns of other periods that end on the same day and count from January: 'Cả năm' beside 'Quý IV'."""
    if column.period is None:
        return []
    return [
        other
        for other in dated
        if other.period is not None
        and other.period != column.period
        and other.period.ends_with(column.period)
        and (other.accrual is Accrual.TO_DATE or other.period.kind is Kind.YEAR)
    ]


def _sides(measure: Measure, group: Sequence[DatedColumn]) -> tuple[list[DatedColumn], list[DatedColumn]]:
    """The columns that a measure takes, and those it takes only in need. Beside a cumulative column, one that does not
    say what it is holds the period's own."""
    totals = [column for column in group if column.accrual is Accrual.TO_DATE]
    own = [column for column in group if column.accrual is Accrual.OWN]
    plain = [column for column in group if column.accrual is Accrual.UNSPECIFIED]
    if totals:
        own, plain = own + plain, []
    if measure.accumulation is Accumulation.LEVEL:
        return own + plain or totals, totals if own else []
    return totals or plain or own, own if totals else []


def _firm_first(columns: list[DatedColumn]) -> tuple[DatedColumn, ...]:
    """An estimate is read only where nothing firm stands beside it."""
    firm = tuple(column for column in columns if not column.column.heading.estimate)
    return firm or tuple(columns)


def _with_doubt(
    measure: Measure,
    filled: tuple[DatedColumn, ...],
    dated: Sequence[DatedColumn],
    is_filled: Callable[[DatedColumn], bool],
) -> Choice:
    """A period's own flow is not what a measure counted from January asks for, except in the year's first period: it
    is doubtful where the table has nothing else, and not read where it tells flows from totals."""
    first = filled[0]
    is_flow = first.accrual is Accrual.OWN and first.period is not None and first.period.first_month > 1
    if measure.accumulation is Accumulation.LEVEL or not is_flow:
        return Choice(filled)
    totals = _totals_beside(first, dated)
    if any(map(is_filled, totals)):
        return Choice()  # the cumulative figure is read for its own period, which ends on the same day
    if totals:
        return Choice((), "cumulative_missing", totals[0])
    if total_of(first, dated) is not None or first.column.heading.pointed is Meaning.OWN:
        return Choice((), "flow_not_read", first)
    return Choice(filled, "cumulative_unclear", first)
