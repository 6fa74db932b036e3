"""The first sheet of a report: letterhead, title, the table group by group, signatures."""

from __future__ import annotations

from itertools import accumulate, zip_longest

from indicators.numbers import format_number
from indicators.reports.model import Cell, Column, Letterhead, Report
from indicators.wording import workbooks as words
from indicators.wording.documents import number_vi, recipients_vi
from indicators.wording.screens import date_vi
from indicators.workbooks.book import Book
from indicators.workbooks.cells import width_of
from indicators.workbooks.model import Content, Figure
from indicators.workbooks.sheet import Look, Sheet

#: All columns together, in characters: what an A4 sheet across holds at about the size that was written.
_WIDTH = 150
_NARROWEST = 6.0
_CENTERED: Look = {"align": "center"}


def write_table(book: Book, report: Report) -> None:
    sheet = book.sheet(words.SHEET_TABLE, [_width(column, report) for column in report.columns])
    middle = _middle(sheet)
    _write_letterhead(sheet, report.letterhead, middle)
    _write_title(sheet, report)
    heading = sheet.row
    sheet.headings(column.heading_vi for column in report.columns)
    sheet.freeze(columns=min(2, len(report.columns) - 1))
    for group in report.groups:
        sheet.group(group.name_vi)
        for line in group.lines:
            cells = [line.cells.get(column.key, Cell()) for column in report.columns]
            sheet.framed([content_of(cell) for cell in cells], looks=[_look(column) for column in report.columns])
    for note in report.notes_vi:
        sheet.line(note, italic=True, font_size=10)
    if report.fingerprint:
        sheet.line(words.FINGERPRINT.format(fingerprint=report.fingerprint), italic=True)
    _write_signatures(sheet, report.letterhead, middle)
    sheet.set_up_print(heading)


def _width(column: Column, report: Report) -> float:
    """Its share of the sheet, and wide enough for its numbers."""
    cells = [line.cells.get(column.key, Cell()) for group in report.groups for line in group.lines]
    numbers = max((width_of(content_of(cell)) for cell in cells), default=0)
    return max(_NARROWEST, column.share * _WIDTH / 100, numbers)


def content_of(cell: Cell) -> Content:
    """The cell's number, shown as its text shows it; else its text."""
    if cell.number is None:
        return cell.text
    is_signed = cell.text[:1] in ("+", "−")
    shown = format_number(abs(cell.number), cell.decimals)
    before, _, after = cell.text.partition(shown)
    return Figure(cell.number, cell.decimals, is_signed, after.rstrip() if before in ("", "+", "−", "-") else "")


def _look(column: Column) -> Look:
    return {"align": "right"} if column.is_number else {}


def _middle(sheet: Sheet) -> int:
    """The last column of the left part, about two fifths of the sheet."""
    total = sum(sheet.widths)
    reached = [place for place, wide in enumerate(accumulate(sheet.widths)) if wide <= total * 0.4]
    return min(reached[-1] if reached else 0, len(sheet.widths) - 2)


def _write_letterhead(sheet: Sheet, letterhead: Letterhead, middle: int) -> None:
    agency = [(letterhead.superior_vi.upper(), _CENTERED)] if letterhead.superior_vi else []
    agency.append((letterhead.agency_vi.upper(), {**_CENTERED, "bold": True, "bottom": 0}))
    number = words.NUMBER.format(number=number_vi(letterhead.number or "……", letterhead.symbol))
    left = [*agency, (number if letterhead.symbol or letterhead.number else "", _CENTERED)]
    right: list[tuple[str, Look]] = [
        (words.COUNTRY, {**_CENTERED, "bold": True}),
        (words.MOTTO, {**_CENTERED, "bold": True, "underline": 1}),
        (words.dated_vi(letterhead.place_vi, letterhead.dated), {**_CENTERED, "italic": True}),
    ]
    _write_halves(sheet, left, right, middle)
    sheet.line()


def _write_halves(sheet: Sheet, left: list[tuple[str, Look]], right: list[tuple[str, Look]], middle: int) -> None:
    last = len(sheet.widths) - 1
    for (text, look), (other, other_look) in zip_longest(left, right, fillvalue=("", {})):
        sheet.beside([(text, 0, middle, look), (other, middle + 1, last, other_look)])


def _write_title(sheet: Sheet, report: Report) -> None:
    sheet.line(report.title_vi, bold=True, font_size=14, **_CENTERED)
    if report.subject_vi:
        sheet.line(report.subject_vi, bold=True, font_size=13, **_CENTERED)
    sheet.line(words.CLOSED_ON.format(day=date_vi(report.closed_on)), italic=True, **_CENTERED)


def _write_signatures(sheet: Sheet, letterhead: Letterhead, middle: int) -> None:
    signed: list[tuple[str, Look]] = [(text, {**_CENTERED, "bold": True}) for text in letterhead.signer_vi]
    signed += [("", {}), ("", {}), (letterhead.signer_name, {**_CENTERED, "bold": True})]
    told: list[tuple[str, Look]] = [(text, {"font_size": 10}) for text in recipients_vi(letterhead.recipients_vi)]
    heading: Look = {"bold": True, "italic": True}
    sheet.line()
    _write_halves(sheet, [(words.RECIPIENTS, heading), *told] if told else [], signed, middle)
