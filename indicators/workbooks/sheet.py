"""A sheet written from the top, a row at a time: numbers as numbers, texts as texts, set up for print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from indicators.wording import workbooks as words
from indicators.workbooks.cells import content_format, line_count, looks_like_formula, plain_text
from indicators.workbooks.model import Column, Content, Figure

#: The properties of a format, as xlsxwriter names them.
Look = dict[str, Any]

FONT, SIZE = "Times New Roman", 11
_FRAMED: Look = {"border": 1, "border_color": "#8793A3", "text_wrap": True}
HEADED: Look = {**_FRAMED, "bold": True, "align": "center", "bg_color": "#DCE6F1"}
GROUPED: Look = {**_FRAMED, "bold": True, "bg_color": "#F1F4F8"}
_A3, _A4 = 8, 9
_RED = "#B01E1E"
#: More characters than this side by side could not be read on A4.
_WIDE = 220
#: Widths are counted in digits, and the average letter is a little narrower.
_LETTERS_A_DIGIT = 1.06
_LINE_POINTS, _HIGHEST_ROW = 1.36, 409


class Sheet:
    """`row`: the next to be written, from 0; `worksheet`: xlsxwriter's own."""

    def __init__(self, worksheet: Any, widths: Sequence[float], format_of: Callable[..., Any]) -> None:
        self.worksheet, self.widths, self.row, self._format_of = worksheet, list(widths), 0, format_of
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width)
        # '2.1' names a target and is no number that somebody mistyped.
        worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def mark(self, text: str) -> None:
        """What must be seen before anything else, here and at the head of every printed page."""
        self.worksheet.write_string(self.row, 0, text, self._format_of(bold=True, font_size=SIZE, font_color=_RED))
        self.worksheet.set_header(f'&C&"{FONT},Bold"&{SIZE}&K{_RED[1:]}{text}', {"margin": 0.3})
        self._end_row(0)

    def line(self, text: str = "", *, first: int = 0, last: int | None = None, **look: Any) -> None:
        """A text over the whole width, as high as it needs."""
        self.beside([(text, first, len(self.widths) - 1 if last is None else last, look)])

    def beside(self, texts: Iterable[tuple[str, int, int, Look]]) -> None:
        """Texts beside each other, each over its columns (first, last) and of its own look."""
        high = 0.0
        for text, first, last, own in texts:
            look = {"text_wrap": True, "font_size": SIZE, **own}
            if last > first:
                self.worksheet.merge_range(self.row, first, self.row, last, "", self._format_of(**look))
            self.write(self.row, first, text, look)
            high = max(high, self._height(text, first, last, look["font_size"]))
        self._end_row(high)

    def headings(self, texts: Iterable[str]) -> None:
        said = list(texts)
        self.framed(said, looks=[HEADED] * len(said))

    def framed(self, contents: Sequence[Content], columns: Sequence[Column] = (), looks: Sequence[Look] = ()) -> None:
        """A row of a table, as high as its longest text needs: not every program does that by itself. `columns`: what
        they hold, `looks`: what is other than usual of each."""
        for place, content in enumerate(contents):
            look = {**_FRAMED, **(looks[place] if looks else {})}
            self.write(self.row, place, content, look, columns[place] if columns else None)
        texts = [(place, content) for place, content in enumerate(contents) if isinstance(content, str)]
        self._end_row(max((self._height(text, place, place, SIZE) for place, text in texts), default=0))

    def group(self, text: str) -> None:
        """A heading within a table, over its whole width."""
        self.line(text, **GROUPED)

    def write(self, row: int, place: int, content: Content, look: Look, column: Column | None = None) -> None:
        """One cell, of the type of its content."""
        look = {**content_format(content, column), **look}
        match content:
            case None | "":
                self.worksheet.write_blank(row, place, None, self._format_of(**look))
            case str():
                text = plain_text(content)
                quoted = {"quote_prefix": True} if looks_like_formula(text) else {}
                self.worksheet.write_string(row, place, text, self._format_of(**look, **quoted))
            case date():
                self.worksheet.write_datetime(row, place, content, self._format_of(**look))
            case Figure(value):
                self.worksheet.write_number(row, place, float(value), self._format_of(**look))
            case Decimal() | int():
                self.worksheet.write_number(row, place, float(content), self._format_of(**look))

    def _height(self, text: str, first: int, last: int, size: float) -> float:
        """In points, of a text over these columns."""
        width = sum(self.widths[first : last + 1]) * SIZE / size
        return line_count(text, width * _LETTERS_A_DIGIT) * size * _LINE_POINTS

    def _end_row(self, height: float) -> None:
        self.worksheet.set_row(self.row, min(max(height, SIZE * _LINE_POINTS) + 2, _HIGHEST_ROW))
        self.row += 1

    def freeze(self, columns: int = 0) -> None:
        """What was written so far stays in sight, and these columns at the left."""
        self.worksheet.freeze_panes(self.row, columns)

    def set_up_print(self, repeated_row: int | None = None) -> None:
        """Landscape on A4, on A3 where it is wide, and as wide as the page; the page's number below, this row again on
        every page."""
        sheet = self.worksheet
        sheet.set_landscape()
        sheet.set_paper(_A3 if sum(self.widths) > _WIDE else _A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.5, top=0.7, bottom=0.8)
        sheet.set_footer(f'&C&"{FONT},Regular"&10{words.FOOTER}')
        if repeated_row is not None:
            sheet.repeat_rows(repeated_row)
