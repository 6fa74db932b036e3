"""Rows of plain numbers and texts, a row at a time: what stands between the values is compared as a whole with the row
before, so that no cell is looked at by itself. The beginnings of cells are checked once for each form that they take;
a row in which anything else stands is left to the reader of cells.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from indicators.intake.workbook.formats import shown_kind
from indicators.intake.workbook.raw import Layout, RawSheet, number_text

# Letters that no part read here holds: the end of a <v>, the row's number, the ends of an <is>, and between numbers.
_END, _NUMBER, _INLINE, _BETWEEN = "\x01", "\x02", "\x03", "\x04"
_BLANKS = r'(?:<c r="[A-Z]{1,3}\x02(?: s="\d{1,6}")? ?/>)*'
_BEGINNING = re.compile(
    rf'([\x01\x03]?){_BLANKS}<c r="([A-Z]{{1,3}})\x02(?: s="(\d{{1,6}})")?(?: t="(n|s|str|inlineStr)")?>'
    r"(?:<f>[^<>&]*</f>)?(\x03?)",
    re.ASCII,
)
_LAST = re.compile(rf"([\x01\x03]){_BLANKS}", re.ASCII)
# Numbers as they will be sent (at most nine digits and four decimals, no sign), and as they are otherwise written.
_SHORT = re.compile(r"(?:(?:[1-9]\d{0,8}|0)(?:\.\d{0,3}[1-9])?\x04)*+", re.ASCII)
_LONG = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?(?:E[+-]?\d\d?)?", re.ASCII)
_TEXT = re.compile(r"[^<&_\x01-\x03]*")  # an underscore may begin an escape
_KNOWN_AT_MOST = 5_000


class _Beginning(NamedTuple):
    """What a cell says of itself before its value; `ending` is how the cell before it ends."""

    ending: str
    column: int
    style: str | None
    kind: str


class _Form(NamedTuple):
    """What the rows of one form share: where each cell stands, and which values are numbers and which texts."""

    layout: Layout
    numbers: list[int]
    styles: list[str | None]
    texts: list[tuple[int, str]]


class PlainRows:
    """Puts plain rows into the sheet; `formats` are the number formats of the styles, `texts` the shared texts, None
    where texts are to be left to the reader of cells."""

    def __init__(self, sheet: RawSheet, formats: list[str], texts: list[str] | None) -> None:
        self._sheet, self._formats, self._texts = sheet, formats, texts
        self._beginnings: dict[str, _Beginning | None] = {}
        self._kinds: dict[tuple[str | None, bool], str] = {}
        self._between: list[str] = []
        self._form: _Form | None = None

    def take(self, number: str, cells: str) -> bool:
        """Whether the row is plain, and now in the sheet."""
        marked = cells.replace(f'{number}"', _NUMBER).replace("</v></c>", f"<v>{_END}")
        if "<is>" in marked:
            marked = marked.replace("<is><t>", f"{_INLINE}<v>").replace("</t></is></c>", f"<v>{_INLINE}")
        pieces = marked.split("<v>")
        between, values = pieces[::2], pieces[1::2]
        if between != self._between:
            self._between, self._form = between, self._form_of(between)
        return self._form is not None and number[0] != "0" and self._put(int(number), self._form, values)

    def _put(self, row: int, form: _Form, values: list[str]) -> bool:
        numbers = [values[place] for place in form.numbers] if form.texts else values
        for place, kind in form.texts:
            text = self._text(kind, values[place])
            if not text:
                return False
            values[place] = text
        layout = self._shortened(form, _BETWEEN.join([*numbers, ""]), values)
        return layout is not None and self._sheet.put_row(row, layout, values)

    def _shortened(self, form: _Form, numbers: str, values: list[str]) -> Layout | None:
        """The row's layout, with each number in `values` as it is sent; None where one of them is no plain number."""
        (columns, known), position, index = form.layout, 0, 0
        kinds = dict[int, str]()  # those that the format shows in another way, below nought
        while (end := _short_until(numbers, position)) < len(numbers):
            index += numbers.count(_BETWEEN, position, end)
            position = numbers.index(_BETWEEN, end) + 1
            written = numbers[end : position - 1]
            if not _LONG.fullmatch(written):
                return None
            place, value = form.numbers[index], float(written)
            values[place] = number_text(value)
            if value < 0:
                kinds[place] = self._kind(form.styles[index], value)
            index += 1
        if not kinds:
            return form.layout
        shown = "".join([kinds.get(place, kind) for place, kind in enumerate(known)])
        return None if "d" in shown else (columns, shown)

    def _text(self, kind: str, written: str) -> str:
        """The text; nothing where it is blank or not to be told here."""
        if kind != "s":
            return written if not written.isspace() and _TEXT.fullmatch(written) else ""
        texts = self._texts or []
        known = written.isascii() and written.isdigit() and len(written) < 10 and int(written) < len(texts)
        text = texts[int(written)] if known else ""
        return "" if text.isspace() else text

    def _form_of(self, between: list[str]) -> _Form | None:
        """None for rows that are not plain."""
        *beginnings, last = between
        found = [self._beginning(written) for written in beginnings]
        cells = [beginning for beginning in found if beginning is not None]
        end = _LAST.fullmatch(last)
        if not cells or len(cells) < len(found) or end is None:
            return None
        endings = [*(cell.ending for cell in cells), end[1]]
        columns = tuple(cell.column for cell in cells)
        if endings != ["", *(_INLINE if cell.kind == "inlineStr" else _END for cell in cells)]:
            return None
        if any(left >= right for left, right in pairwise(columns)):
            return None
        return self._form_from(columns, cells)

    def _form_from(self, columns: tuple[int, ...], cells: list[_Beginning]) -> _Form | None:
        numbers = [place for place, cell in enumerate(cells) if cell.kind == "n"]
        texts = [(place, cell.kind) for place, cell in enumerate(cells) if cell.kind != "n"]
        kinds = "".join([self._kind(cell.style, 1) if cell.kind == "n" else "t" for cell in cells])
        if "d" in kinds or (texts and self._texts is None):
            return None
        return _Form((columns, kinds), numbers, [cells[place].style for place in numbers], texts)

    def _beginning(self, written: str) -> _Beginning | None:
        if written not in self._beginnings:
            if len(self._beginnings) > _KNOWN_AT_MOST:
                self._beginnings.clear()
            self._beginnings[written] = _beginning_of(written)
        return self._beginnings[written]

    def _kind(self, style: str | None, value: float) -> str:
        known = style, value < 0
        if known not in self._kinds:
            index = int(style or 0)
            code = self._formats[index] if index < len(self._formats) else "General"
            self._kinds[known] = shown_kind(code, value)
        return self._kinds[known]


def _short_until(numbers: str, position: int) -> int:
    found = _SHORT.match(numbers, position)
    return found.end() if found else position


def _beginning_of(written: str) -> _Beginning | None:
    found = _BEGINNING.fullmatch(written)
    if found is None or bool(found[5]) != (found[4] == "inlineStr"):
        return None
    return _Beginning(found[1], column_of(found[2]), found[3], found[4] or "n")


def column_of(letters: str) -> int:
    """The number of a column from its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
