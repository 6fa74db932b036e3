"""Reads one table whose rows and period are known: its figures and remarks, and what its columns leave open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from indicators.errors import PeriodInvalid
from indicators.intake.figures import Figure, FigureReader
from indicators.intake.findings import Findings
from indicators.intake.found import found_table
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Column, Table
from indicators.intake.model import Remark, TableFound
from indicators.intake.periods.columns import DatedColumn, date_columns, names_parts, reached_by
from indicators.intake.periods.conflicts import find_conflict, lies_within
from indicators.intake.periods.document import Conflict, Document, Source, mention_of
from indicators.intake.periods.words import Mention
from indicators.intake.planned import filled_columns
from indicators.intake.remarks import read_remarks
from indicators.intake.rows import NamedRow, report_likely
from indicators.intake.share_rows import ShareRows
from indicators.intake.sources import report_conflict
from indicators.intake.values.convert import looks_like_number, says_nothing
from indicators.intake.workbook.cells import Cell, Place
from indicators.periods import Period, parse_period
from indicators.wording.issues import place_vi


@dataclass(frozen=True)
class Taken:
    """What was taken out of a table before its rows were recognised: the rows of numerators and denominators, and the
    parts of cells that hold several measures' figures (None where nobody can tell whose they are). `periods` are the
    words that headings inside the table say of the period of the rows below them."""

    shares: Mapping[str, ShareRows] = field(default_factory=dict)
    parts: Mapping[tuple[Place, str], Cell | None] = field(default_factory=dict)
    periods: Mapping[int, str] = field(default_factory=dict)


@dataclass
class SheetContent:
    """What a sheet gave."""

    figures: list[Figure] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    recognised: int = 0
    reports: list[Period] = field(default_factory=list)
    tables: list[TableFound] = field(default_factory=list)


def completed_by(
    file: Source, table: Table, settled: Document, settle: Callable[..., Document | Conflict], sources: list[Source]
) -> Document:
    """The period with what the file's name says of it, where titles and columns leave it open; as it was settled where
    the name contradicts them, or says a year alone, which completes theirs and is no period."""
    try:
        completed = settle([*sources, file])
    except PeriodInvalid:
        return settled
    if isinstance(completed, Conflict):
        return settled
    if not settled.is_year_only:
        return completed
    columns = table.with_role(Role.VALUE)
    mentions = [column.heading.mention for column in columns if column.heading.mention is not None]
    names_parts = any(mention.kind and not mention.to_date for mention in mentions)
    if file.mention.kind is None or names_parts or table.with_role(Role.PERIOD):
        return replace(settled, year=settled.year or completed.year)
    conflict = find_conflict(date_columns(columns, completed), completed)
    return completed if conflict is None else settled


def read_table(
    table: Table,
    rows: Sequence[NamedRow],
    taken: Taken,
    document: Document,
    findings: Findings,
    content: SheetContent,
) -> None:
    """Adds what one table says, unless its columns contradict its period, and how it was understood."""
    filled = filled_columns(table, [*rows, *(row for shares in taken.shares.values() for row in shares.rows)])
    if names_parts(table.with_role(Role.VALUE), document):
        begun = [column for column in filled if _has_begun(table, rows, column)]
        document = reached_by(begun, replace(document, has_parts=True))
    dated = date_columns(filled, document)
    reader = FigureReader(table, document, findings, taken.shares, taken.parts, taken.periods)
    if _may_be_read(table, rows, dated, reader, findings):
        _add_figures(table, rows, document, reader, findings, content)
    content.tables.append(found_table(table, rows, dated, document.period, reader.doubted))


def _may_be_read(
    table: Table, rows: Sequence[NamedRow], dated: Sequence[DatedColumn], reader: FigureReader, findings: Findings
) -> bool:
    conflict = None
    if not reader.is_list:
        conflict = find_conflict(dated, reader.document)
        _report_undated(table, dated, findings)
    _report_unknown(table, rows, dated, findings)
    if conflict is not None:
        source, column = conflict
        report_conflict(table.grid.sheet, source, _column_source(table, column), findings)
        return False
    if not any(map(table.with_role, (Role.VALUE, Role.NUMERATOR))):
        findings.add("no_value_column", table.grid.sheet.name, table.grid.address(table.columns[0].place))
        return False
    return True


def _add_figures(
    table: Table,
    rows: Sequence[NamedRow],
    document: Document,
    reader: FigureReader,
    findings: Findings,
    content: SheetContent,
) -> None:
    report_likely(table, rows, findings)
    figures = list(reader.read(rows))
    if reader.is_list and _list_contradicts(table, document, figures, findings):
        return
    content.figures += figures
    content.reports += _report_periods(document, figures)
    content.remarks += read_remarks(table, rows, _periods_of_rows(rows, reader, document, figures))


def _list_contradicts(table: Table, document: Document, figures: Sequence[Figure], findings: Findings) -> bool:
    """A list none of whose rows is of the period that its title names."""
    periods = [parse_period(figure.reading.period) for figure in figures]
    if not figures or document.period is None or document.source is None:
        return False
    if any(lies_within(period, document.period) for period in periods):
        return False
    row = Source("row", mention_of(periods[0]), figures[0].reading.row_name, figures[0].reading.cell)
    report_conflict(table.grid.sheet, document.source, row, findings)
    return True


def _has_begun(table: Table, rows: Sequence[NamedRow], column: Column) -> bool:
    """Whether a column holds more than the zeros of formulas that wait for their month."""
    cells = (table.grid.at(row.number, column.number) for row in rows)
    return any(cell is not None and not says_nothing(cell) and cell.text.strip() not in {"0", "0.0"} for cell in cells)


def _report_undated(table: Table, dated: Sequence[DatedColumn], findings: Findings) -> None:
    for column in dated:
        cell = table.grid.address(column.column.place)
        if column.is_out_of_range:
            findings.add("period_out_of_range", table.grid.sheet.name, cell, text=column.column.text)
        elif column.period is None and not column.is_unclear:
            findings.add(
                "period_missing", table.grid.sheet.name, cell, what=place_vi("column", column.column.text, cell)
            )


def _report_unknown(table: Table, rows: Sequence[NamedRow], dated: Sequence[DatedColumn], findings: Findings) -> None:
    """Columns with figures in recognised rows whose header does not say what they are."""
    unclear = [column.column for column in dated if column.is_unclear]
    for column in (*table.with_role(Role.UNKNOWN), *unclear):
        first = next((row for row in rows if looks_like_number(table.grid.at(row.number, column.number))), None)
        if first is not None:
            place = column.place if column.text else Place(first.number, column.number)
            address = table.grid.address(place)
            text = column.text or address.rstrip("0123456789")
            findings.add("column_not_recognised", table.grid.sheet.name, address, text=text)


def _column_source(table: Table, column: DatedColumn) -> Source:
    mention = column.mention or Mention(None, None)
    return Source("column", mention, column.column.text, table.grid.address(column.column.place))


def _periods_of_rows(
    rows: Sequence[NamedRow], reader: FigureReader, document: Document, figures: Sequence[Figure]
) -> dict[int, str]:
    """For each row the period its remarks are about: the report's, else the latest that the row has a value for."""
    latest: dict[str, Period] = {}
    for figure in figures:
        period = parse_period(figure.reading.period)
        known = latest.get(figure.reading.row_name)
        if known is None or period.end_month > known.end_month:
            latest[figure.reading.row_name] = period
    report = document.period if not document.is_year_only else None
    periods = ((row.number, reader.period_of_row(row) or report or latest.get(row.name)) for row in rows)
    return {number: period.code for number, period in periods if period is not None}


def _report_periods(document: Document, figures: Sequence[Figure]) -> list[Period]:
    """The report's own period: the document's where a figure is of it, else the one that all figures share."""
    periods = {figure.reading.period for figure in figures}
    if document.period is not None and document.period.code in periods:
        return [document.period]
    return [parse_period(code) for code in periods]
