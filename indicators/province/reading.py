"""A province's workbook read: its sheets of communes, each for its period; then what only all of them together tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from indicators.catalogue import Catalogue, CommuneCatalogue
from indicators.intake.findings import Findings
from indicators.intake.layout.grid import Grid
from indicators.intake.legacy import decoded
from indicators.intake.model import Issue
from indicators.intake.names.match import NameBook
from indicators.intake.periods.document import Source, mention_of, title_sources
from indicators.intake.sources import file_source
from indicators.intake.workbook.cells import CellKind, Sheet, Visibility, Workbook
from indicators.periods import Period
from indicators.province.cells import PERCENT, CellColumns, top_of
from indicators.province.columns import document_of, measure_columns, measures_of_all, names_measures, periods_down
from indicators.province.doubts import check_fractions, check_hidden, unique_values
from indicators.province.layout import Layout, find_layout, next_header
from indicators.province.model import MeasureColumn, ProvinceReading, ProvinceRow, ProvinceValues
from indicators.province.rows import commune_rows
from indicators.province.values import read_values
from indicators.register import Register

_FIGURES = (ord(CellKind.NUMBER), int(PERCENT))


@dataclass(frozen=True)
class _Table:
    """A sheet of communes: its cells as columns, and where its header is."""

    sheet: Sheet
    cells: CellColumns
    layout: Layout
    whole: CellColumns


def is_province(workbook: Workbook, catalogue: Catalogue, register: Register) -> bool:
    """Whether a sheet has communes down and measures of the catalogue across. An office's report, which has the
    measures down or one commune in its title, is none; looks at the first rows alone."""
    names = NameBook(measures_of_all(catalogue))
    return any(names_measures(table.layout, names) for table in _tables(workbook, catalogue, register))


def read_province(
    workbook: Workbook, catalogue: Catalogue, register: Register, *, period: Period | None = None, file_name: str = ""
) -> ProvinceReading:
    """Everything that a province's workbook says. `period` completes what the sheets leave open, and must not be
    contradicted; the file's name completes what both leave open."""
    findings, every = Findings(), measures_of_all(catalogue)
    names = NameBook(every)
    argument = [Source("argument", mention_of(period))] if period is not None else []
    columns: list[MeasureColumn] = []
    rows: list[ProvinceRow] = []
    parts: list[ProvinceValues] = []
    tables = [table for table in _tables(workbook, catalogue, register) if names_measures(table.layout, names)]
    for table in tables:
        own_columns, own_rows = _read_heads(table, names, register, argument, file_source(file_name), findings)
        parts.append(read_values(table.cells, own_columns, own_rows, len(rows), len(columns), findings))
        columns += own_columns
        rows += own_rows
    _name_the_rest(workbook, [table.sheet.name for table in tables], findings)
    reading = ProvinceReading(_one_period(columns), tuple(columns), tuple(rows), ProvinceValues.joined(parts), ())
    return _checked(reading, tables, every, findings, formats_known=workbook.formats_known)


def _tables(workbook: Workbook, catalogue: Catalogue, register: Register) -> Iterator[_Table]:
    for sheet in workbook.sheets:
        if sheet.visibility is Visibility.VISIBLE and len(sheet.cells):
            own = decoded(sheet, catalogue) if sheet.legacy else sheet
            yield from _tables_of(own, register)


def _tables_of(sheet: Sheet, register: Register) -> Iterator[_Table]:
    """The tables of a sheet, one below the other; its titles stand above them all."""
    cells = CellColumns.of(sheet)
    layout = find_layout(Grid(top_of(sheet, cells)), register)
    titles = layout.top - 1 if layout is not None else 0
    while layout is not None:
        row = next_header(cells, layout)
        yield _Table(sheet, cells if row is None else cells.within(1, row - 1), layout, cells)
        layout = find_layout(Grid(top_of(sheet, cells, titles, row)), register) if row is not None else None


def _read_heads(
    table: _Table,
    names: NameBook,
    register: Register,
    argument: Sequence[Source],
    file: Source | None,
    findings: Findings,
) -> tuple[list[MeasureColumn], list[ProvinceRow]]:
    sheet, cells, layout = table.sheet, table.cells, table.layout
    told = periods_down(cells, layout)
    if len(told) > 1:
        findings.add("province_periods_down", sheet.name, layout.grid.address(told[1][1]), text=told[1][0])
        return [], []
    in_rows = (source for text, place in told for source in title_sources(text, layout.grid.address(place)))
    document = document_of(sheet, layout, [*argument, *in_rows], file, findings)
    if document is None:
        return [], []
    below = cells.rows > layout.bottom
    beside = below & ~np.isin(cells.columns, sorted(layout.heads.own))
    columns = measure_columns(sheet, layout, names, document, np.unique(cells.columns[beside]).tolist(), findings)
    if not columns and not findings.has_errors:
        findings.add("province_no_measure", sheet.name)
    read = {column.number for column in columns}
    rows = commune_rows(sheet, cells, layout, read, register, findings)
    return columns, rows


def _name_the_rest(workbook: Workbook, read: Sequence[str], findings: Findings) -> None:
    for sheet in workbook.sheets:
        if sheet.name not in read and np.isin(CellColumns.of(sheet).kinds, _FIGURES).any():
            findings.add("sheet_not_read" if sheet.visibility is Visibility.VISIBLE else "hidden_sheet", sheet.name)


def _checked(
    reading: ProvinceReading,
    tables: Sequence[_Table],
    every: CommuneCatalogue,
    findings: Findings,
    *,
    formats_known: bool,
) -> ProvinceReading:
    values = unique_values(reading, findings)
    kept = ProvinceReading(reading.period, reading.columns, reading.rows, values, ())
    sheets = {table.sheet.name: (table.sheet, table.whole) for table in tables}
    check_fractions(kept, sheets, every, findings, formats_known=formats_known)
    check_hidden(kept, {name: sheet for name, (sheet, _) in sheets.items()}, findings)
    if not len(values) and not findings.has_errors:
        findings.add("province_nothing_to_record")
    return ProvinceReading(reading.period, reading.columns, reading.rows, values, _ordered(findings))


def _ordered(findings: Findings) -> tuple[Issue, ...]:
    """Errors first, as they were met."""
    return tuple(sorted(findings, key=lambda issue: issue.severity))


def _one_period(columns: Sequence[MeasureColumn]) -> str | None:
    periods = {column.period for column in columns}
    return periods.pop() if len(periods) == 1 else None
