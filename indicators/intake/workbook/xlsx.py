"""Reads .xlsx and .xlsm by their XML, transitional and strict alike: every cell where it says that it stands, whatever
size the sheet claims, with its number format, errors, formulas without a result, merges and what is hidden.

Of our own because neither ready reader is safe alone (facts, 'Workbooks'), and this one holds nothing but the cells.
"""

import posixpath
import re
from functools import partial
from math import isfinite
from typing import NamedTuple

from indicators.intake.workbook.fonts import Runs, encoding_of, mark_of
from indicators.intake.workbook.formats import built_in_format, day_of, kind_depends_on_size, shown_kind
from indicators.intake.workbook.raw import RawSheet, RawWorkbook, Refused, number_text
from indicators.intake.workbook.rich_text import RichText, unescaped
from indicators.intake.workbook.xlsx_rows import LARGEST_PART, CellContent, RowReader, Unusual, divided, plain_texts
from indicators.intake.workbook.xml_parts import Archive, Attributes, parse_document

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
_OLD_FONT, _START_OF_STYLES = re.compile(rb'"(?:\.vn|vni-)', re.IGNORECASE), 1_000_000
_TRUE = {"1", "true", "on"}


def read_xlsx(archive: Archive) -> RawWorkbook:
    """Every worksheet of the workbook, in its order. Raises Refused."""
    if "EncryptedPackage" in archive:
        raise Refused("encrypted")
    book_part = _related(archive, "", "officedocument").popitem()[1]
    related = _related(archive, book_part, "")
    sheets, from_1904 = _list_sheets(archive, book_part)
    styles = _read_formats(archive, _only_part(archive, book_part, "styles"))
    encodings = _read_encodings(archive, _only_part(archive, book_part, "styles"))
    strings = _read_strings(archive, _only_part(archive, book_part, "sharedstrings"))
    worksheets = _related(archive, book_part, "worksheet")
    workbook = RawWorkbook(archive.limits)
    for name, visibility, identifier in sheets:
        if identifier in worksheets:
            source = _Source(archive, worksheets[identifier], strings, styles, encodings, from_1904)
            make = partial(workbook.new_sheet, name, visibility)
            workbook.add(_read_rows(workbook, make(), source) or _read_events(workbook, make(), source))
        elif identifier not in related:
            raise Refused("damaged_workbook")
    return workbook


class _Source(NamedTuple):
    """A worksheet's part, and what of the whole workbook its cells refer to."""

    archive: Archive
    part: str
    strings: "_Strings"
    styles: list[str]
    encodings: list[str]
    from_1904: bool

    @property
    def plain_texts(self) -> list[str] | None:
        """The shared texts; None where a font may say how a text is to be read."""
        return None if self.encodings or self.strings.runs else self.strings.texts


def _read_events(workbook: RawWorkbook, sheet: RawSheet, source: _Source) -> RawSheet:
    """The sheet by the events of its XML: the reader that counts."""
    reader = _SheetReader(workbook, sheet, source)
    source.archive.parse(source.part, reader.start, reader.end, reader.text)
    return sheet


def _read_rows(workbook: RawWorkbook, sheet: RawSheet, source: _Source) -> RawSheet | None:
    """The same, fast; None where the sheet is written in a way that only the events tell."""
    content = source.archive.read_start(source.part, LARGEST_PART + 1)
    parts = divided(content) if len(content) <= LARGEST_PART else None
    del content  # as large as all that is kept of it
    if parts is None or any(map(kind_depends_on_size, set(source.styles))):
        return None
    reader = _SheetReader(workbook, sheet, source)
    parse_document(parts.frame, reader.start, reader.end, reader.text)
    try:
        RowReader(sheet, reader, source.styles, source.plain_texts).read(parts)
    except Unusual:
        return None
    return sheet


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of 'B7'. Raises Refused for anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise Refused("damaged_workbook")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _related(archive: Archive, part: str, kind: str) -> dict[str, str]:
    """The parts that `part` names in its relations, by identifier; `kind` is the end of the relation's type."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "").replace("\\", "/")))
            if attributes.get("Type", "").lower().endswith(kind):
                found[attributes.get("Id", "")] = target.lstrip("/")

    if relations in archive:
        archive.parse(relations, start)
    if not found and kind == "officedocument":
        if "xl/workbook.xml" not in archive:
            raise Refused("not_a_workbook")
        return {"": "xl/workbook.xml"}
    return found


def _only_part(archive: Archive, book_part: str, kind: str) -> str | None:
    found = list(_related(archive, book_part, kind).values())
    return found[0] if found and found[0] in archive else None


def _list_sheets(archive: Archive, part: str) -> tuple[list[tuple[str, str, str]], bool]:
    """(name, visibility, relation) of each sheet, and whether days count from 1904."""
    sheets: list[tuple[str, str, str]] = []
    settings: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "sheet":
            state = attributes.get("state", "visible")
            visibility = state if state in {"hidden", "veryHidden"} else "visible"
            sheets.append((attributes.get("name", ""), visibility, attributes.get("id", "")))
        elif element == "workbookPr":
            settings.update(attributes)
        elif element in {"html", "document"}:
            raise Refused("not_a_workbook")

    archive.parse(part, start)
    return sheets, settings.get("date1904", "0").lower() in _TRUE


def _read_formats(archive: Archive, part: str | None) -> list[str]:
    """The number format of each cell style, in order."""
    codes: dict[int, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        if element == "numFmt":
            codes[_int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "General")
        elif element == "cellXfs":
            inside.append(element)
        elif element == "xf" and inside:
            number = _int(attributes.get("numFmtId", "0"))
            styles.append(codes.get(number) or built_in_format(number))

    def end(element: str) -> None:
        if element == "cellXfs":
            inside.clear()

    if part:
        archive.parse(part, start, end)
    return styles


def _read_encodings(archive: Archive, part: str | None) -> list[str]:
    """The encoding of each cell style's font; none at all where every font is one of Unicode."""
    inside: list[str] = []
    fonts: list[str] = []
    styles: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        if element in {"fonts", "cellXfs"}:
            inside.append(element)
        elif element == "font" and inside[-1:] == ["fonts"]:
            fonts.append("")
        elif element == "name" and inside[-1:] == ["fonts"] and fonts:
            fonts[-1] = encoding_of(attributes.get("val", ""))
        elif element == "xf" and inside[-1:] == ["cellXfs"]:
            font = _int(attributes.get("fontId", "0"))
            styles.append(fonts[font] if font < len(fonts) else "")

    def end(element: str) -> None:
        if element in {"fonts", "cellXfs"}:
            inside.clear()

    if part and _OLD_FONT.search(archive.read_start(part, _START_OF_STYLES)):
        archive.parse(part, start, end)
    return styles


class _Strings(NamedTuple):
    """The shared texts, and the runs of those that stand in fonts of their own."""

    texts: list[str]
    runs: dict[int, Runs]


def _read_strings(archive: Archive, part: str | None) -> _Strings:
    """The shared texts, runs joined, without the reading aids of other scripts."""
    strings = _Strings([], {})
    gathered = RichText()
    open_elements: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        open_elements.append(element)
        if element == "si":
            gathered.clear()
        gathered.start(element, attributes)

    def text(data: str) -> None:
        if open_elements[-1] == "t" and "rPh" not in open_elements:
            gathered.add(data)

    def end(element: str) -> None:
        open_elements.pop()
        if element == "si":
            whole, runs = gathered.text_and_runs()
            if runs:
                strings.runs[len(strings.texts)] = runs
            strings.texts.append(whole)

    if part:
        content = archive.read_start(part, LARGEST_PART + 1)
        texts = plain_texts(content) if len(content) <= LARGEST_PART else None
        if texts is not None:
            return _Strings(texts, {})
        archive.parse(part, start, end, text)
    return strings


class _SheetReader:
    """Follows the events of one sheet's XML and fills the RawSheet."""

    def __init__(self, workbook: RawWorkbook, sheet: RawSheet, source: _Source) -> None:
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
            self._row = _int(attributes.get("r", str(self._row + 1)))
            self._column = 0
            if attributes.get("hidden", "0").lower() in _TRUE:
                self._sheet.rows_hidden.add(self._row)
        elif element == "v":
            self._value, self._reading = self._value or [], "v"
        elif element == "t" and not self._in_phonetic:
            self._reading = "t"
        elif element == "f":
            self._has_formula = True
        elif element == "rPh":
            self._in_phonetic = True
        elif element == "col" and attributes.get("hidden", "0").lower() in _TRUE:
            self._sheet.columns_hidden.append((_int(attributes.get("min", "0")), _int(attributes.get("max", "0"))))
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
            index = _int(stored.strip())
            if index >= len(self._strings.texts):
                raise Refused("damaged_workbook")
            self._put("t", self._strings.texts[index], self._strings.runs.get(index, ()))
        elif kind == "str":
            self._put("t", unescaped(stored))
        elif kind == "b":
            self._put("b", "TRUE" if stored.strip().lower() in _TRUE else "FALSE")
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
        style = _int(self._attributes.get("s", "0"))
        kind = shown_kind(self._styles[style], value) if style < len(self._styles) else "n"
        self._put(kind, day_of(value, from_1904=self._from_1904) if kind == "d" else number_text(value))

    def _put(self, kind: str, text: str, runs: Runs = ()) -> None:
        self._sheet.put(self._row, self._column, kind, text)
        if kind == "t" and (self._encodings or runs):
            style = _int(self._attributes.get("s", "0"))
            own = self._encodings[style] if style < len(self._encodings) else ""
            self._sheet.mark(self._row, self._column, mark_of(runs, own))
        if len(self._sheet.texts) % 10_000 == 0:
            self._workbook.check_size(self._sheet)


def _int(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Refused("damaged_workbook")
    return int(text)
