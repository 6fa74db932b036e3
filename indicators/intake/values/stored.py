"""The number that a cell holds, with the unit that the cell itself says, before it is held against a measure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from indicators.intake.folding import clean
from indicators.intake.values.outcome import Wrong
from indicators.intake.values.written import figure_in, is_inexact
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import (
    MOST_DECIMALS,
    DecimalMark,
    Unreadable,
    WrittenNumber,
    format_number,
    parse_number,
    round_half_up,
)

LARGEST = Decimal(10) ** 13  # the store's decimal(18,4), with room to spare
_MOST_DIGITS = 1_000  # beyond them arithmetic itself fails
_SHOWN = 80  # letters of a text in a sentence


@dataclass(frozen=True)
class HeldNumber:
    """A number as a cell has it; `unit` is '' where the cell says none."""

    number: Decimal
    unit: str = ""
    estimate: bool = False


def number_in(cell: Cell, mark: DecimalMark | None, *, whole: bool) -> HeldNumber | Wrong:
    """The number in a cell that should hold one: `parse_number` says what `mark` and `whole` are."""
    if cell.kind is CellKind.ERROR:
        return Wrong("error_cell", {"text": cell.text})
    if cell.kind is CellKind.UNCOMPUTED:
        return Wrong("formula_without_value")
    if cell.kind is CellKind.DATE:
        return Wrong("date_not_number", {"text": shown(cell)})
    return _written_number(cell, mark, whole=whole) if cell.kind is CellKind.TEXT else _stored_number(cell)


def shown(cell: Cell) -> str:
    """A cell as its user sees it."""
    if cell.kind is CellKind.DATE:
        return "/".join(reversed(cell.text.split("-")))
    number = _decimal(cell.text) if cell.kind in {CellKind.NUMBER, CellKind.PERCENT} else None
    if number is None:
        return clean(cell.text)[:_SHOWN]
    return f"{plain(number * 100)}%" if cell.kind is CellKind.PERCENT else plain(number)


def plain(number: Decimal) -> str:
    """As many decimals as the number has, up to four; of what is too large to be stored, beyond what it lies."""
    if abs(number) >= LARGEST:
        return f"> {format_number(LARGEST, 0)}" if number > 0 else f"< {format_number(-LARGEST, 0)}"
    rounded = round_half_up(number, MOST_DECIMALS).normalize()
    exponent = rounded.as_tuple().exponent
    return format_number(rounded, max(0, -exponent) if isinstance(exponent, int) else 0)


def _stored_number(cell: Cell) -> HeldNumber | Wrong:
    number = _decimal(cell.text) if cell.kind in {CellKind.NUMBER, CellKind.PERCENT} else None
    if number is None:
        return Wrong("text_not_number", {"text": cell.text[:_SHOWN]})
    return HeldNumber(number * 100, "%") if cell.kind is CellKind.PERCENT else HeldNumber(number)


def _written_number(cell: Cell, mark: DecimalMark | None, *, whole: bool) -> HeldNumber | Wrong:
    bare = figure_in(cell.text)
    written = parse_number(bare.text, whole=whole, mark=mark)
    if isinstance(written, WrittenNumber):
        return HeldNumber(written.value, written.unit, bare.estimate)
    if written is Unreadable.AMBIGUOUS:
        return Wrong("number_ambiguous", {"text": shown(cell)})
    return no_number(cell)


def no_number(cell: Cell) -> Wrong:
    """What is wrong with a text that gives no number, or none of a known unit."""
    return Wrong("number_not_exact" if is_inexact(cell.text) else "text_not_number", {"text": shown(cell)})


def _decimal(text: str) -> Decimal | None:
    """The number that a file stores; None for what is no number at all, such as NaN, nor any that Excel knows."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS else None
