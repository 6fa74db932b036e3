"""A cell's content as a spreadsheet set to Vietnamese shows it."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, InvalidOperation

from indicators.intake.workbook.cells import Cell, CellKind
from indicators.wording import intake_page as words
from indicators.wording.screens import date_vi

_LONGEST = 300
_DIGITS = Context(prec=11)  # as many as a cell without a number format shows


def cell_vi(cell: Cell) -> str:
    """'94,1', '94,1%', '05/10/2026'. The file's number formats are not known here: a number is written without marks
    between its thousands, with the digits that it holds."""
    if cell.kind is CellKind.NUMBER:
        return _number(cell.text, 1)
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
    whole = f"{value:f}"
    return (whole.rstrip("0").rstrip(".") if "." in whole else whole).replace(".", ",")


def _day(text: str) -> str:
    try:
        return date_vi(date.fromisoformat(text))
    except ValueError:
        return text
