"""A sheet a table: its title, what it is of and known as of when, its columns and rows."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.moments import to_local
from indicators.wording import workbooks as words
from indicators.workbooks.book import Book
from indicators.workbooks.cells import width_of
from indicators.workbooks.model import About, Column, Content, Table
from indicators.workbooks.sheet import Sheet


def table_workbook(
    title_vi: str,
    notes_vi: Sequence[str],
    columns: Sequence[Column],
    rows: Sequence[Sequence[Content]],
    about: About,
) -> bytes:
    """The .xlsx of one table."""
    return tables_workbook([Table(title_vi, title_vi, tuple(columns), rows, tuple(notes_vi))], about)


def tables_workbook(tables: Sequence[Table], about: About) -> bytes:
    """The .xlsx with a sheet a table; the same tables known as of the same moment give the same bytes."""
    book = Book(tables[0].title_vi, about.as_of, is_demonstration=about.is_demonstration)
    for table in tables:
        sheet = book.sheet(table.name_vi, _widths(table))
        _write_head(sheet, table, about)
        _write_rows(sheet, table)
    return book.content()


def _widths(table: Table) -> list[float]:
    """As wide as a column is meant to be, and wide enough for its numbers."""
    numbers = [max((width_of(row[place]) for row in table.rows), default=0) for place in range(len(table.columns))]
    return [max(column.width, number) for column, number in zip(table.columns, numbers, strict=True)]


def _write_head(sheet: Sheet, table: Table, about: About) -> None:
    sheet.line(table.title_vi, bold=True, font_size=14)
    sheet.line(words.of_what_vi(about.commune_vi, about.period_vi))
    sheet.line(words.known_until_vi(to_local(about.as_of)), italic=True)
    for note in table.notes_vi:
        sheet.line(note, italic=True)


def _write_rows(sheet: Sheet, table: Table) -> None:
    """The headings with a filter; where there is nothing, a line that says so."""
    heading = sheet.row
    sheet.headings(column.heading_vi for column in table.columns)
    sheet.freeze(table.kept)
    for row in table.rows:
        sheet.framed(row, table.columns)
    if table.rows:
        sheet.worksheet.autofilter(heading, 0, sheet.row - 1, len(table.columns) - 1)
    else:
        sheet.line(words.NO_ROWS, italic=True)
    sheet.set_up_print(heading)
