"""What a cell of a plan's workbook says, by what its column holds. What cannot be read is a code, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from indicators.intake.folding import clean, fold
from indicators.intake.workbook.cells import Cell
from indicators.intake.workbook.cells import CellKind as Stored
from indicators.numbers import Unreadable, parse_number
from indicators.plans.layout import CellKind, Column

_STORED = Decimal("0.0001")
_BINARY_NOISE = Decimal("0.0000001")
_LARGEST = Decimal(10) ** 13
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


@dataclass(eq=False)
class Unfit(Exception):
    """A cell that does not hold what its column needs: the issue's code and details."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


def value_of(cell: Cell | None, column: Column) -> Any:
    """The cell's value: str, Decimal, int, date or the code of a chosen word; None for a blank. Raises Unfit."""
    if cell is None or (cell.kind is Stored.TEXT and not clean(cell.text)):
        return None
    if cell.kind is Stored.ERROR:
        raise Unfit("cell_error", {"text": cell.text})
    if cell.kind is Stored.UNCOMPUTED:
        raise Unfit("cell_formula")
    return _READERS[column.kind](cell, column)


def is_percent(cell: Cell | None) -> bool:
    """Written as a percentage, by its format or with the sign."""
    return cell is not None and (
        cell.kind is Stored.PERCENT or (cell.kind is Stored.TEXT and clean(cell.text).endswith("%"))
    )


def word_of(text: str, words: Mapping[str, str]) -> str | None:
    """The code of a chosen word, whatever its case and marks; None for another word."""
    said = _comparable(text)
    return next(
        (str(code) for code, word in words.items() if said in (_comparable(word), _comparable(str(code)))), None
    )


def _comparable(text: str) -> str:
    return {">=": "≥", "<=": "≤"}.get(clean(text), fold(text))


def _text(cell: Cell, column: Column) -> str:
    if cell.kind is Stored.DATE:
        raise Unfit("cell_not_text", {"text": _day_vi(cell.text)})
    if cell.kind is Stored.TEXT:
        return clean(cell.text)
    return f"{_decimal(cell):f}" if cell.kind in {Stored.NUMBER, Stored.PERCENT} else cell.text


def _day_vi(text: str) -> str:
    """dd/mm/yyyy; what a sheet shows as a date need not be one that exists."""
    try:
        return date.fromisoformat(text).strftime("%d/%m/%Y")
    except ValueError:
        return text


def _code(cell: Cell, column: Column) -> str:
    return _text(cell, column).removesuffix(".0")


def _decimal(cell: Cell) -> Decimal:
    try:
        return Decimal(cell.text).normalize()
    except InvalidOperation as error:
        raise Unfit("cell_not_number", {"text": cell.text}) from error


def _number(cell: Cell, column: Column) -> Decimal:
    if cell.kind is Stored.NUMBER:
        value = _decimal(cell)
    elif cell.kind is Stored.PERCENT:
        value = _decimal(cell) * 100
    elif cell.kind is Stored.TEXT:
        value = _written(cell.text)
    else:
        raise Unfit("cell_not_number", {"text": cell.text})
    if abs(value) >= _LARGEST:
        raise Unfit("cell_too_large", {"text": clean(cell.text)})
    stored = value.quantize(_STORED)
    if abs(stored - value) > _BINARY_NOISE:
        raise Unfit("cell_too_precise", {"text": clean(cell.text).replace(".", ",")})
    return stored


def _written(text: str) -> Decimal:
    number = parse_number(text)
    if number is Unreadable.AMBIGUOUS:
        raise Unfit("cell_ambiguous", {"text": clean(text)})
    if isinstance(number, Unreadable) or number.unit not in ("", "%"):
        raise Unfit("cell_not_number", {"text": clean(text)})
    return number.value


def _whole(cell: Cell, column: Column) -> int:
    try:
        value = _number(cell, column)
    except Unfit as error:
        raise Unfit("cell_not_whole", {"text": clean(cell.text)}) from error
    if value != value.to_integral_value():
        raise Unfit("cell_not_whole", {"text": clean(cell.text)})
    return int(value)


def _date(cell: Cell, column: Column) -> date:
    try:
        if cell.kind is Stored.DATE:
            return date.fromisoformat(cell.text)
        written = _DATE.fullmatch(clean(cell.text)) if cell.kind is Stored.TEXT else None
        if written is not None:
            return date(int(written[3]), int(written[2]), int(written[1]))
    except ValueError:
        pass
    raise Unfit("cell_not_date", {"text": clean(cell.text)})


def _word(cell: Cell, column: Column) -> str:
    words = column.words or {}
    found = word_of(cell.text, words)
    if found is None:
        raise Unfit("cell_not_word", {"text": clean(cell.text), "words": "; ".join(words.values())})
    return found


_READERS = {
    CellKind.TEXT: _text,
    CellKind.CODE: _code,
    CellKind.NUMBER: _number,
    CellKind.WHOLE: _whole,
    CellKind.DATE: _date,
    CellKind.WORD: _word,
}
