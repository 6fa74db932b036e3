"""Reads a sheet of an .xlsx by the events of its XML: each cell with its kind, what is merged and what is hidden."""

from math import isfinite
from typing import NamedTuple

from indicators.intake.workbook.fonts import Runs, mark_of
from indicators.intake.workbook.formats import day_of, shown_kind
from indicators.intake.workbook.raw import RawSheet, RawWorkbook, Refused, number_text
from indicators.intake.workbook.rich_text import RichText, unescaped
from indicators.intake.workbook.xlsx_attributes import is_true, place_of, whole_number
from indicators.intake.workbook.xlsx_rows import CellContent
from indicators.intake.workbook.xlsx_strings import SharedStrings
from indicators.intake.workbook.xml_parts import Archive, Attributes


class Source(NamedTuple):
    """A worksheet's part, and what of the whole workbook its cells refer to."""

    archive: Archive
    part: str
    strings: SharedStrings
    styles: list[str]
    encodings: list[str]
    from_1904: bool

    @property
    def plain_texts(self) -> list[str] | None:
        """The shared texts; None where a font may say how a text is to be read."""
        return None if self.encodings or self.strings.runs else self.strings.texts


class SheetReader:
    """Follows the events of one sheet's XML and fills the RawSheet."""

    def __init__(self, workbook: RawWorkbook, sheet: RawSheet, source: Source) -> None:
        self._workbook, self._sheet = workbook, sheet
        self._encodings = source.encodings
        self._strings, self._styles, self._from_1904 = source.strings, source.styles, source.from_1904
        self._row = self._column = 0
        self._attributes: Attributes = {}
        self._value: list[str] | None = None
        self._inline = RichText()
        self._has_formula = False
        self._reading = ""
        self._in_phonetic = False

    def start(self, element: str, attributes: Attributes) -> None:
        if element == "c":
            self._start_cell(attributes)
        elif element == "row":
            self._row = whole_number(attributes.get("r", str(self._row + 1)))
            self._column = 0
            if is_true(attributes.get("hidden", "0")):
                self._sheet.rows_hidden.add(self._row)
        elif element == "v":
            self._value, self._reading = self._value or [], "v"
        elif element == "t" and not self._in_phonetic:
            self._reading = "t"
        elif element == "f":
            self._has_formula = True
        elif element == "rPh":
            self._in_phonetic = True
        elif element == "col" and is_true(attributes.get("hidden", "0")):
            self._sheet.columns_hidden.append(
                (whole_number(attributes.get("min", "0")), whole_number(attributes.get("max", "0")))
            )
        elif element == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self._sheet.merge(*place_of(first), *place_of(last or first))
        else:
            self._inline.start(element, attributes)

    def text(self, data: str) -> None:
        if self._reading == "v" and self._value is not None:
            self._value.append(data)
        elif self._reading == "t":
            self._inline.add(data)

    def end(self, element: str) -> None:
        if element in {"v", "t"}:
            self._reading = ""
        elif element == "rPh":
            self._in_phonetic = False
        elif element == "c":
            self._end_cell()

    def take_row(self, attributes: Attributes) -> None:
        self.start("row", attributes)

    def take_cell(self, place: tuple[int, int], kind: str, style: str, content: CellContent) -> None:
        self._row, self._column = place
        self._attributes = {"t": kind, "s": style}
        self._value = None if content.stored is None else [content.stored]
        self._inline.clear()
        self._inline.add(content.inline)
        self._has_formula = content.has_formula
        self._end_cell()

    def _start_cell(self, attributes: Attributes) -> None:
        self._attributes = attributes
        if "r" in attributes:
            self._row, self._column = place_of(attributes["r"])
        else:
            self._column += 1
        self._value, self._has_formula = None, False
        self._inline.clear()

    def _end_cell(self) -> None:
        stored = None if self._value is None else "".join(self._value)
        kind = self._attributes.get("t", "n")
        if kind == "inlineStr":
            text, runs = self._inline.text_and_runs()
            self._put("t", text or unescaped(stored or ""), runs)
        elif not stored and not (kind == "str" and stored is not None):
            if self._has_formula:
                self._put("f", "")
        else:
            self._put_stored(kind, stored or "")

    def _put_stored(self, kind: str, stored: str) -> None:
        if kind == "s":
            index = whole_number(stored.strip())
            if index >= len(self._strings.texts):
                raise Refused("damaged_workbook")
            self._put("t", self._strings.texts[index], self._strings.runs.get(index, ()))
        elif kind == "str":
            self._put("t", unescaped(stored))
        elif kind == "b":
            self._put("b", "TRUE" if is_true(stored.strip()) else "FALSE")
        elif kind == "e":
            self._put("e", stored.strip())
        elif kind == "d":
            self._put("d", stored.strip()[:10])
        else:
            self._put_number(stored.strip())

    def _put_number(self, stored: str) -> None:
        try:
            value = float(stored)
        except ValueError:
            value = float("nan")
        if not isfinite(value) or "_" in stored:
            self._put("e", stored)
            return
        style = whole_number(self._attributes.get("s", "0"))
        kind = shown_kind(self._styles[style], value) if style < len(self._styles) else "n"
        self._put(kind, day_of(value, from_1904=self._from_1904) if kind == "d" else number_text(value))

    def _put(self, kind: str, text: str, runs: Runs = ()) -> None:
        self._sheet.put(self._row, self._column, kind, text)
        if kind == "t" and (self._encodings or runs):
            style = whole_number(self._attributes.get("s", "0"))
            own = self._encodings[style] if style < len(self._encodings) else ""
            self._sheet.mark(self._row, self._column, mark_of(runs, own))
        if len(self._sheet.texts) % 10_000 == 0:
            self._workbook.check_size(self._sheet)
