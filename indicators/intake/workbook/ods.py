"""Reads .ods by its content.xml: values as stored with their type, errors, merges, and what is hidden."""

from math import isfinite

from indicators.intake.workbook.fonts import encoding_of
from indicators.intake.workbook.raw import LAST_COLUMN, LAST_ROW, RawSheet, RawWorkbook, Refused, number_text
from indicators.intake.workbook.xml_parts import Archive, Attributes
from indicators.limits import Limits

_KINDS = {"float": "n", "currency": "n", "percentage": "p"}
_LONGEST_RUN = 10_000  # a value repeated more often than this is no table of indicators


def read_ods(archive: Archive) -> RawWorkbook:
    """Every table of the spreadsheet. Raises Refused."""
    if "META-INF/manifest.xml" in archive:
        archive.parse("META-INF/manifest.xml", _refuse_encrypted)
    reader = _ContentReader(archive.limits)
    archive.parse("content.xml", reader.start, reader.end, reader.text)
    return reader.workbook


def _refuse_encrypted(element: str, _: Attributes) -> None:
    if element == "encryption-data":
        raise Refused("encrypted")


class _ContentReader:
    """Follows the events of content.xml. Rows and cells may stand for many alike; blank ones for millions."""

    def __init__(self, limits: Limits) -> None:
        self.workbook = RawWorkbook(limits)
        self._sheet: RawSheet | None = None
        self._row = self._column = 0
        self._rows: list[int] = []
        self._row_cells: list[tuple[int, int, str, str, str]] = []
        self._encodings: dict[str, str] = {}
        self._cell: Attributes | None = None
        self._text: list[str] = []
        self._paragraphs = 0
        self._in_paragraph = 0
        self._in_note = 0
        self._depth = 0
        self._hidden_styles: set[str] = set()
        self._style = ""

    def start(self, element: str, attributes: Attributes) -> None:  # noqa: C901 a table of elements
        if element == "annotation":
            self._in_note += 1
        elif element == "style":
            self._style = attributes.get("name", "")
        elif element == "text-properties":
            if encoding := encoding_of(attributes.get("font-name") or attributes.get("font-family", "")):
                self._encodings[self._style] = encoding
        elif element == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif element == "table":
            self._start_table(attributes)
        elif element == "table-column":
            self._start_column(attributes)
        elif element == "table-row":
            self._start_row(attributes)
        elif element in {"table-cell", "covered-table-cell"}:
            self._start_cell(attributes)
        elif element == "p" and self._cell is not None and not self._in_note:
            self._in_paragraph += 1
            if self._paragraphs:
                self._text.append("\n")
            self._paragraphs += 1
        elif self._in_paragraph and element in {"s", "tab", "line-break"}:
            self._text.append("\n" if element == "line-break" else " " * min(_count(attributes, "c"), 100))

    def text(self, data: str) -> None:
        if self._in_paragraph and not self._in_note:
            self._text.append(data)

    def end(self, element: str) -> None:
        if element == "annotation":
            self._in_note -= 1
        elif element == "p" and self._in_paragraph and not self._in_note:
            self._in_paragraph -= 1
        elif element in {"table-cell", "covered-table-cell"}:
            self._end_cell()
        elif element == "table-row":
            self._end_row()
        elif element == "table":
            self._depth -= 1
            if self._depth == 0 and self._sheet is not None:
                self.workbook.add(self._sheet)
                self._sheet = None

    def _start_table(self, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > 1:  # a table within a cell belongs to a drawing or a text
            raise Refused("damaged_workbook")
        hidden = attributes.get("style-name", "") in self._hidden_styles
        self._sheet = self.workbook.new_sheet(attributes.get("name", ""), "hidden" if hidden else "visible")
        self._row = self._column = 0

    def _start_column(self, attributes: Attributes) -> None:
        first = self._column + 1
        self._column = min(self._column + _count(attributes, "number-columns-repeated"), LAST_COLUMN)
        if self._sheet is not None and attributes.get("visibility", "visible") != "visible":
            self._sheet.columns_hidden.append((first, self._column))

    def _start_row(self, attributes: Attributes) -> None:
        repeated = _count(attributes, "number-rows-repeated")
        self._rows = [self._row + 1, min(self._row + repeated, LAST_ROW + 1)]
        self._row += repeated
        self._column = 0
        self._row_cells = []
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
            for first, last, kind, text, encoding in self._row_cells:
                for column in range(first, last + 1):
                    self._sheet.put(row, column, kind, text)
                    self._sheet.mark(row, column, encoding)
            self.workbook.check_size(self._sheet)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._text, self._paragraphs = attributes, [], 0
        row_span, column_span = _count(attributes, "number-rows-spanned"), _count(attributes, "number-columns-spanned")
        if self._sheet is not None and row_span * column_span > 1:
            row, column = self._row, self._column + 1
            self._sheet.merge(
                row, column, min(row + row_span - 1, LAST_ROW), min(column + column_span - 1, LAST_COLUMN)
            )

    def _end_cell(self) -> None:
        attributes = self._cell or {}
        first, repeated = self._column + 1, _count(attributes, "number-columns-repeated")
        self._column += repeated
        kind, text = _stored(attributes, "".join(self._text))
        self._cell = None
        if kind and (kind != "t" or text.strip()):
            if repeated > _LONGEST_RUN:
                raise Refused("too_large")
            encoding = self._encodings.get(attributes.get("style-name", ""), "")
            self._row_cells.append((first, self._column, kind, text, encoding))


def _stored(attributes: Attributes, shown: str) -> tuple[str, str]:  # noqa: PLR0911 a table of types
    """Kind and text of a cell; no kind where it holds nothing. `value-type` comes twice, the second one (LibreOffice's
    own) says 'error'; parsing keeps the last."""
    kind = attributes.get("value-type", "")
    if kind == "error":
        return "e", shown.strip() or "#ERR"
    if kind in _KINDS:
        return _number(_KINDS[kind], attributes.get("value", ""))
    if kind == "boolean":
        return "b", "TRUE" if attributes.get("boolean-value") == "true" else "FALSE"
    if kind == "date":
        return "d", attributes.get("date-value", "")[:10]
    if kind == "time":
        return "d", shown
    if kind == "string" or shown:
        return "t", attributes.get("string-value") or shown
    return ("f", "") if "formula" in attributes else ("", "")


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
