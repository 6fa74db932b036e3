"""Reads .ods by its content.xml: values as stored with their type, errors, merges, and what is hidden."""

import re
from math import isfinite

from indicators.intake.workbook.fonts import Runs, mark_of
from indicators.intake.workbook.ods_styles import Styles
from indicators.intake.workbook.raw import LAST_COLUMN, LAST_ROW, RawSheet, RawWorkbook, Refused, number_text
from indicators.intake.workbook.xml_parts import Archive, Attributes
from indicators.limits import Limits

_KINDS = {"float": "n", "currency": "n", "percentage": "p"}
_CELLS = {"table-cell", "covered-table-cell"}
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")
_LONGEST_RUN = 10_000  # a value repeated more often than this is no table of indicators


def read_ods(archive: Archive) -> RawWorkbook:
    """Every table of the spreadsheet. Raises Refused."""
    if "META-INF/manifest.xml" in archive:
        archive.parse("META-INF/manifest.xml", _refuse_encrypted)
    styles = Styles()
    if "styles.xml" in archive:
        archive.parse("styles.xml", styles.start, styles.end)
    reader = _ContentReader(archive.limits, styles)
    archive.parse("content.xml", reader.start, reader.end, reader.text)
    return reader.workbook


def _refuse_encrypted(element: str, _: Attributes) -> None:
    if element == "encryption-data":
        raise Refused("encrypted")


class _ContentReader:
    """Follows the events of content.xml. Rows and cells may stand for many alike; blank ones for millions."""

    def __init__(self, limits: Limits, styles: Styles) -> None:
        self.workbook = RawWorkbook(limits)
        self._styles = styles
        self._sheet: RawSheet | None = None
        self._row = self._column = self._depth = 0
        self._rows: list[int] = []
        self._row_cells: list[tuple[int, str, str, str]] = []
        self._column_styles: list[tuple[int, int, str]] = []
        self._row_style = ""
        self._cell: Attributes = {}
        self._path: list[str] = []
        self._runs: list[tuple[str | None, str]] = []
        self._spans: list[str | None] = []
        self._paragraphs = 0
        self._in_paragraph = False

    def start(self, element: str, attributes: Attributes) -> None:
        inside = self._path[-1] if self._path else ""
        self._path.append(element)
        if element == "table":
            self._start_table(attributes)
        elif element == "table-column":
            self._start_column(attributes)
        elif element == "table-row":
            self._start_row(attributes)
        elif element in _CELLS:
            self._start_cell(attributes)
        elif element == "p" and inside in _CELLS:  # and not of a note or a drawing that hangs on the cell
            self._start_paragraph()
        elif self._in_paragraph:
            self._start_within(element, attributes)
        else:
            self._styles.start(element, attributes)

    def text(self, data: str) -> None:
        if self._in_paragraph:
            self._runs.append((next((span for span in reversed(self._spans) if span is not None), None), data))

    def end(self, element: str) -> None:
        self._path.pop()
        if element == "p" and self._path[-1:] and self._path[-1] in _CELLS:
            self._in_paragraph = False
        elif element == "span" and self._spans:
            self._spans.pop()
        elif element in _CELLS:
            self._end_cell()
        elif element == "table-row":
            self._end_row()
        elif element == "table":
            self._end_table()
        else:
            self._styles.end(element)

    def _start_paragraph(self) -> None:
        self._in_paragraph, self._spans = True, []
        if self._paragraphs:
            self._runs.append((None, "\n"))
        self._paragraphs += 1

    def _start_within(self, element: str, attributes: Attributes) -> None:
        if element == "span":
            self._spans.append(self._styles.run_encoding(attributes.get("style-name", "")))
        elif element == "line-break":
            self.text("\n")
        elif element in {"s", "tab"}:
            self.text(" " * min(_count(attributes, "c"), 100))

    def _start_table(self, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > 1:  # a table within a cell belongs to a drawing or a text
            raise Refused("damaged_workbook")
        hidden = attributes.get("style-name", "") in self._styles.hidden_tables
        self._sheet = self.workbook.new_sheet(attributes.get("name", ""), "hidden" if hidden else "visible")
        self._row = self._column = 0
        self._column_styles = []

    def _end_table(self) -> None:
        self._depth -= 1
        if self._depth == 0 and self._sheet is not None:
            self.workbook.add(self._sheet)
            self._sheet = None

    def _start_column(self, attributes: Attributes) -> None:
        first = self._column + 1
        self._column = min(self._column + _count(attributes, "number-columns-repeated"), LAST_COLUMN)
        if self._sheet is not None and attributes.get("visibility", "visible") != "visible":
            self._sheet.columns_hidden.append((first, self._column))
        self._column_styles.append((first, self._column, attributes.get("default-cell-style-name", "")))

    def _start_row(self, attributes: Attributes) -> None:
        repeated = _count(attributes, "number-rows-repeated")
        self._rows = [self._row + 1, min(self._row + repeated, LAST_ROW + 1)]
        self._row += repeated
        self._column = 0
        self._row_cells, self._row_style = [], attributes.get("default-cell-style-name", "")
        if (
            self._sheet is not None
            and attributes.get("visibility", "visible") != "visible"
            and repeated <= _LONGEST_RUN
        ):
            self._sheet.rows_hidden.update(range(self._rows[0], self._rows[1] + 1))

    def _end_row(self) -> None:
        if self._sheet is None or not self._row_cells:
            return
        if self._rows[1] - self._rows[0] >= _LONGEST_RUN:
            raise Refused("too_large")
        for row in range(self._rows[0], self._rows[1] + 1):
            for column, kind, text, encoding in self._row_cells:
                self._sheet.put(row, column, kind, text)
                self._sheet.mark(row, column, encoding)
            self.workbook.check_size(self._sheet)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._runs, self._paragraphs = attributes, [], 0
        row_span, column_span = _count(attributes, "number-rows-spanned"), _count(attributes, "number-columns-spanned")
        if self._sheet is not None and row_span * column_span > 1:
            row, column = self._row, self._column + 1
            self._sheet.merge(
                row, column, min(row + row_span - 1, LAST_ROW), min(column + column_span - 1, LAST_COLUMN)
            )

    def _end_cell(self) -> None:
        attributes, shown = self._cell, "".join(piece for _, piece in self._runs)
        first, repeated = self._column + 1, _count(attributes, "number-columns-repeated")
        self._column += repeated
        kind, text = _stored(attributes, shown if self._paragraphs else None)
        if kind and (kind != "t" or text.strip()):
            if repeated > _LONGEST_RUN:
                raise Refused("too_large")
            runs = [(encoding, len(piece)) for encoding, piece in self._runs] if text == shown else []
            for column in range(first, self._column + 1):
                self._keep(column, kind, text, runs)

    def _keep(self, column: int, kind: str, text: str, runs: Runs) -> None:
        """A cell without a style stands in its row's, or else in its column's."""
        style = self._cell.get("style-name") or self._row_style or self._column_style(column)
        if kind == "n" and self._styles.shows_percentage(style):
            kind = "p"
        encoding = mark_of(runs, self._styles.cell_encoding(style)) if kind == "t" else ""
        self._row_cells.append((column, kind, text, encoding))

    def _column_style(self, column: int) -> str:
        return next((style for first, last, style in self._column_styles if first <= column <= last), "")


def _stored(attributes: Attributes, shown: str | None) -> tuple[str, str]:  # noqa: PLR0911 a table of types
    """Kind and text of a cell; no kind where it holds nothing. `value-type` comes twice, the second one (LibreOffice's
    own) says 'error'; parsing keeps the last. Others keep a number or no text beside the error that they show.

    `shown` is None where the cell shows nothing at all: a formula's empty text is shown as an empty line."""
    kind, seen = attributes.get("value-type", ""), (shown or "").strip()
    if kind == "error" or (_ERROR.fullmatch(seen) and ("formula" in attributes or kind in _KINDS)):
        return "e", seen or "#ERR"
    if kind == "float" and seen in {"TRUE", "FALSE"}:
        return "b", seen
    if kind in _KINDS:
        return _number(_KINDS[kind], attributes.get("value", ""))
    if kind == "boolean":
        return "b", "TRUE" if attributes.get("boolean-value") == "true" else "FALSE"
    if kind in {"date", "time"}:
        return "d", attributes.get("date-value", "")[:10] or seen
    if kind == "string" or seen:
        return "t", attributes.get("string-value") or shown or ""
    return ("f", "") if "formula" in attributes and shown is None else ("", "")


def _number(kind: str, stored: str) -> tuple[str, str]:
    try:
        value = float(stored)
    except ValueError:
        return "e", stored
    return (kind, number_text(value)) if isfinite(value) and "_" not in stored else ("e", stored)


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Refused("damaged_workbook")
    return int(text)
