"""A cell's content as a spreadsheet set to Vietnamese shows it."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, InvalidOperation

from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import format_exact
from indicators.wording import intake_page as words
from indicators.wording.screens import date_vi

_LONGEST = 300
_DIGITS = Context(prec=15)  # as many as a spreadsheet keeps: what is behind them was never written
_YEARS = range(1900, 2101)


def cell_vi(cell: Cell, *, is_figure: bool = False) -> str:
    """'1.234,5', '94,1%', '05/10/2026', with the decimals that are stored. What may be a year ('2026' over a column)
    has no mark between its thousands, unless something was read from the cell as a figure."""
    if cell.kind is CellKind.NUMBER:
        is_year = not is_figure and cell.text.isdecimal() and int(cell.text) in _YEARS
        return cell.text if is_year else _number(cell.text, 1)
    if cell.kind is CellKind.PERCENT:
        return f"{_number(cell.text, 100)}%"
    if cell.kind is CellKind.DATE:
        return _day(cell.text)
    if cell.kind is CellKind.UNCOMPUTED:
        return words.UNCOMPUTED
    return cell.text if len(cell.text) <= _LONGEST else f"{cell.text[:_LONGEST]}…"


def is_number(cell: Cell) -> bool:
    """Whether it stands at the right."""
    return cell.kind in {CellKind.NUMBER, CellKind.PERCENT, CellKind.DATE}


def _number(text: str, times: int) -> str:
    try:
        value = _DIGITS.multiply(Decimal(text), Decimal(times))
    except InvalidOperation:
        return text
    if not value.is_finite() or abs(value.adjusted()) > 15:
        return text
    return format_exact(value)


def _day(text: str) -> str:
    try:
        return date_vi(date.fromisoformat(text))
    except ValueError:
        return text
