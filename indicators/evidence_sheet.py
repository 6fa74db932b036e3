"""How a sheet of evidence is written: numbers as numbers, texts as texts whatever they begin with, set up for print."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="8793A3")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADER_FILL = PatternFill("solid", start_color="DCE6F1")
_SIZE = 11
#: So much of a column fills with text before the next line begins.
_FILLED = 1.0
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = "history"


@dataclass(frozen=True)
class Figure:
    """A number, shown with so many decimals."""

    value: Decimal
    decimals: int


Content = str | int | date | Figure | None


def sheet_name(name: str, taken: Collection[str]) -> str:
    """`name` as Excel lets a sheet be called, and unlike the `taken` ones, large and small letters alike."""
    plain = _FORBIDDEN.sub(" ", name).strip(" '")[:_LONGEST_NAME].strip(" '") or "-"
    used = {other.casefold() for other in taken} | {_RESERVED}
    found, number = plain, 2
    while found.casefold() in used:
        ending = f" ({number})"
        found, number = plain[: _LONGEST_NAME - len(ending)].rstrip(" '") + ending, number + 1
    return found


def _lines(content: Content, width: float) -> int:
    """How many lines a content takes in a column of so many characters."""
    if not isinstance(content, str):
        return 1
    return sum(len(wrap(line, max(1, int(width * _FILLED)))) or 1 for line in content.split("\n"))


class Writer:
    """Writes a sheet from the top, a line at a time, over columns of these widths (in characters)."""

    def __init__(self, sheet: Worksheet, widths: Sequence[int]) -> None:
        self.sheet, self.row, self._widths = sheet, 0, widths
        for column, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width

    def line(
        self, text: str = "", *, size: int = _SIZE, bold: bool = False, italic: bool = False, center: bool = False
    ) -> None:
        """A text over the whole width."""
        self.row += 1
        cell = self._write(1, text)
        cell.font = Font(name=_FONT, size=size, bold=bold, italic=italic)
        cell.alignment = Alignment(horizontal="center" if center else None, vertical="center", wrap_text=True)
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=len(self._widths))
        self._make_high([text], [(1, len(self._widths))], size)

    def header(self, titles: Sequence[str], spans: Sequence[tuple[int, int]] | None = None) -> None:
        """Headings of columns."""
        self.row += 1
        self._cells(titles, spans, bold=True, centered=True)

    def cells(self, contents: Sequence[Content], spans: Sequence[tuple[int, int]] | None = None) -> None:
        """A row of a table; `spans`: first and last column of each content where these are wider than one."""
        self.row += 1
        self._cells(contents, spans, bold=False, centered=False)

    def texts(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, bold: bool = False, italic: bool = False
    ) -> None:
        """Texts without a frame, each in the middle of its span."""
        self.row += 1
        for text, (first, last) in zip(texts, spans, strict=True):
            cell = self._write(first, text)
            cell.font = Font(name=_FONT, size=_SIZE, bold=bold, italic=italic)
            cell.alignment = Alignment(horizontal="center")
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)

    def set_up_page(self, repeated_rows: str, footer: str) -> None:
        """A4 landscape, as wide as the page, these rows ('2:3') on every page."""
        sheet = self.sheet
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = repeated_rows
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = 0.5
        margins.bottom, margins.footer = 0.7, 0.3
        cast(Any, sheet).oddFooter.center.text = footer

    def _cells(
        self, contents: Sequence[Content], spans: Sequence[tuple[int, int]] | None, *, bold: bool, centered: bool
    ) -> None:
        places = spans or [(column, column) for column in range(1, len(contents) + 1)]
        self._make_high(contents, places)
        for content, (first, last) in zip(contents, places, strict=True):
            cell = self._write(first, content)
            cell.font = Font(name=_FONT, size=_SIZE, bold=bold)
            middle = centered or not isinstance(content, str)
            cell.alignment = Alignment(
                horizontal=("right" if isinstance(content, Figure) else "center") if middle else None,
                vertical="center",
                wrap_text=True,
            )
            for column in range(first, last + 1):
                framed = self.sheet.cell(self.row, column)
                framed.border = _FRAME
                if centered:
                    framed.fill = _HEADER_FILL
            if last > first:
                self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)

    def _make_high(self, contents: Sequence[Content], places: Sequence[tuple[int, int]], size: int = _SIZE) -> None:
        """As high as the longest text needs: neither Excel nor LibreOffice does it for merged cells."""
        lines = [
            _lines(content, sum(self._widths[first - 1 : last]) * _SIZE / size)
            for content, (first, last) in zip(contents, places, strict=True)
        ]
        self.sheet.row_dimensions[self.row].height = 1.35 * size * max(lines) + 3

    def _write(self, column: int, content: Content) -> Cell:
        cell = cast(Cell, self.sheet.cell(self.row, column))
        if isinstance(content, Figure):
            cell.value = content.value
            cell.number_format = "#,##0" + (f".{'0' * content.decimals}" if content.decimals else "")
        elif isinstance(content, date):
            cell.value, cell.number_format = content, "dd/mm/yyyy"
        elif isinstance(content, str) and content:
            cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", content)
            # What begins like a formula or an error stays the text that somebody wrote.
            cell.data_type, cell.quotePrefix = "s", content[:1] in "=+-@'"
        elif content is not None and content != "":
            cell.value = content
        return cell
