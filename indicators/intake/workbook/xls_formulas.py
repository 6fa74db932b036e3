"""Which formulas of an .xls were never computed: the file always holds some result, and xlrd passes it on as one.

Excel writes RECALCID, which says what computed the results, and leaves fCalcOnLoad alone ([MS-XLS] 2.4.127, 2.4.226).
Programs that do not compute ask by that flag for a calculation and leave zero, or leave an empty text in every formula.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from xlrd.book import Book

_FORMULAS, _RECALC_ID, _BEGIN, _END = {0x6, 0x206, 0x406}, 0x1C1, 0x809, 0xA
_CALC_ON_LOAD, _EMPTY_TEXT = 0x2, 3

Places = set[tuple[int, int]]


class _Formula(NamedTuple):
    substream: int  # where the sheet begins
    place: tuple[int, int]
    is_zero: bool
    is_empty: bool
    calculated_on_load: bool


def find_uncomputed(book: Book) -> list[Places]:
    """For each sheet of the book the rows and columns, from 0, whose formula has no result of its own."""
    formulas, computed_by_excel = _list_formulas(book)
    all_empty = not computed_by_excel and all(formula.is_empty for formula in formulas)
    found: dict[int, Places] = {}
    for formula in formulas:
        if (formula.is_zero and formula.calculated_on_load) or all_empty:
            found.setdefault(formula.substream, set()).add(formula.place)
    positions = book._sh_abs_posn  # type: ignore[attr-defined]  # noqa: SLF001 xlrd tells it nowhere else
    return [found.get(position, set()) for position in positions]


def _list_formulas(book: Book) -> tuple[list[_Formula], bool]:
    formulas: list[_Formula] = []
    computed, substream, depth = False, 0, 0
    for position, kind, data in _records(book):
        if kind == _BEGIN:
            substream = substream if depth else position  # a chart begins within its sheet
            depth += 1
        elif kind == _END:
            depth -= 1
        elif kind == _RECALC_ID:
            computed = True
        elif kind in _FORMULAS and len(data) >= 16:
            formulas.append(_formula(substream, data))
    return formulas, computed


def _formula(substream: int, data: bytes) -> _Formula:
    row, column, _, result, flags = struct.unpack_from("<HHH8sH", data)
    is_text = result[6:8] == b"\xff\xff"
    return _Formula(
        substream,
        (row, column),
        not any(result),
        is_text and result[0] == _EMPTY_TEXT,
        bool(flags & _CALC_ON_LOAD),
    )


def _records(book: Book) -> Iterator[tuple[int, int, bytes]]:
    """Where each record begins, what it is, and what it holds."""
    content, position = book.mem or b"", book.base
    end = min(book.base + book.stream_len, len(content))
    while position + 4 <= end:
        kind, size = struct.unpack_from("<HH", content, position)
        yield position, kind, bytes(content[position + 4 : position + 4 + size])
        position += 4 + size
