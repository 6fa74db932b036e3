"""Reads one sheet: which way it lies, its tables, the period of each, then their figures and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from indicators.catalogue import CommuneCatalogue
from indicators.errors import PeriodInvalid
from indicators.intake.findings import Findings
from indicators.intake.found import found_table
from indicators.intake.joint_rows import take_joint_rows
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.headers import WIDEST_HEADER, Header
from indicators.intake.layout.pointing import Layouts, with_layout
from indicators.intake.layout.roles import Role
from indicators.intake.layout.share_columns import with_share_columns
from indicators.intake.layout.tables import Table, TitleLine, find_loose_table, find_tables, title_lines
from indicators.intake.names.match import NameBook
from indicators.intake.periods.document import (
    Conflict,
    Document,
    Source,
    counts_from_january,
    mention_of,
    planned_mentions,
    settle,
    title_sources,
)
from indicators.intake.periods.words import Mention
from indicators.intake.planned import is_plan_row, is_plan_title, without_plans
from indicators.intake.pointed import report_pointed
from indicators.intake.rows import NamedRow, recognise_rows
from indicators.intake.sections import without_planned
from indicators.intake.share_rows import PartOwners, part_names, part_owners, take_share_rows
from indicators.intake.sources import inherited_sources, report_conflict, sheet_name_sources
from indicators.intake.table_reading import SheetContent, Taken, completed_by, read_table
from indicators.intake.workbook.cells import Sheet
from indicators.periods import Period


@dataclass(frozen=True)
class Surroundings:
    """What a sheet is read with: whose names, and what is said of its period outside it: the argument, the file's name
    and the years that the book's other sheets name."""

    catalogue: CommuneCatalogue
    names: NameBook
    layouts: Layouts = field(default_factory=Layouts)
    argument: Period | None = None
    file: Source | None = None
    years: Sequence[int] = ()

    @cached_property
    def part_owners(self) -> PartOwners:
        return part_owners(self.catalogue)


def lay_out(sheet: Sheet, names: NameBook, layouts: Layouts) -> list[Table]:
    """The tables of a sheet; where its indicators run across and its periods down, those of the sheet turned over;
    where it has no header at all, what stands beside numbers."""
    upright = find_tables(Grid(sheet), names.is_known_name)
    tables = upright
    if not any(_known_rows(table, names) for table in upright) and _may_lie_turned(sheet):
        turned = find_tables(Grid(sheet, transposed=True), names.is_known_name)
        is_turned = any(_known_rows(table, names) for table in turned)
        tables = turned if is_turned else upright
    if not tables:
        tables = find_loose_table(Grid(sheet), names.is_known_name)
    return [with_layout(table, layouts) for table in tables]


def _may_lie_turned(sheet: Sheet) -> bool:
    """Whether the sheet's rows may be a table's columns: there are no tables as wide."""
    return len({place.row for place in sheet.cells}) <= WIDEST_HEADER


def top_lines(sheet: Sheet, tables: Sequence[Table]) -> list[TitleLine]:
    """The lines above the first table of a sheet; of a sheet without one, its first lines."""
    grid = _upright(sheet, tables)
    return title_lines(grid, 1, _first_row(tables[0]) - 1 if tables else 30)


def read_sheet(sheet: Sheet, tables: Sequence[Table], around: Surroundings, findings: Findings) -> SheetContent:
    """Everything that the tables of a sheet say. What is wrong goes to `findings`."""
    content = SheetContent()
    grid = _upright(sheet, tables)
    inherited: list[Source] = []
    planned: list[Mention] = []
    after, start, is_plan = 1, 1, False
    above: Header | None = None
    for table in tables:
        found, apart, taken = _take_apart(table, around, findings)
        rows = [row for row in recognise_rows(found, around.names, findings) if not is_plan_row(table, row)]
        rows, sections = without_planned(sorted([*rows, *apart], key=lambda row: row.number), found, findings)
        taken = replace(taken, periods=sections.periods)
        table = _with_shares(table, rows)  # noqa: PLW2901 the same table, its columns of shares found by its rows
        spans = [other.span for other in tables if other.header is table.header and other.span != table.span]
        start = after if not spans or table.header is not above else start
        above = table.header
        lines = title_lines(grid, start, _first_row(table) - 1, table.span, spans)
        own = [source for line in lines for source in title_sources(line.text, grid.address(line.place))]
        after = max(after, _last_row(table, rows) + 1)
        inherited = inherited_sources(own, inherited)
        planned += [mention for line in lines for mention in planned_mentions(line.text)]
        is_plan = is_plan_title([line.text for line in lines]) if lines else is_plan
        content.recognised += len(rows)
        document = _settle(sheet, table, inherited, around, lines, findings) if rows else None
        if document is None:
            content.tables.append(found_table(table, rows))
            continue
        report_pointed(table, around.layouts, findings)
        readable = without_plans(table, rows, planned, document, findings, is_plan=is_plan)
        read_table(readable, rows, taken, document, findings, content)
    return content


def _upright(sheet: Sheet, tables: Sequence[Table]) -> Grid:
    return tables[0].grid if tables and not tables[0].grid.transposed else Grid(sheet)


def _take_apart(table: Table, around: Surroundings, findings: Findings) -> tuple[Table, list[NamedRow], Taken]:
    """The table without the rows that only its other rows, or several names, explain; the measures' rows that stand for
    these."""
    single, joint, parts = take_joint_rows(table, around.names, around.catalogue, findings)
    found, shares = take_share_rows(single, around.names, around.catalogue, around.part_owners)
    return found, [*joint, *(below.row for below in shares.values() if not below.has_own)], Taken(shares, parts)


def _with_shares(table: Table, rows: Sequence[NamedRow]) -> Table:
    measures = {row.measure.measure: row.measure for row in rows}
    return with_share_columns(table, {words for measure in measures.values() for words in part_names(measure)})


def _settle(
    sheet: Sheet,
    table: Table,
    titles: Sequence[Source],
    around: Surroundings,
    lines: Sequence[TitleLine],
    findings: Findings,
) -> Document | None:
    """The table's period; None where it is contradictory or none of 2021-2030, which goes to `findings`. What all leave
    open, the file's name completes, as far as it contradicts nothing."""
    sources = [*titles, *sheet_name_sources(sheet)]
    if around.argument is not None:
        sources.insert(0, Source("argument", mention_of(around.argument)))
    to_date = counts_from_january([line.text for line in lines])
    try:
        settled = settle(sources, around.years, to_date=to_date)
    except PeriodInvalid as error:
        findings.add("period_out_of_range", sheet.name, _cell_of(sources), text=error.text)
        return None
    if isinstance(settled, Conflict):
        report_conflict(sheet, settled.first, settled.second, findings)
        return None
    if around.file is None:
        return settled
    return completed_by(around.file, table, settled, partial(settle, book_years=around.years, to_date=to_date), sources)


def _known_rows(table: Table, names: NameBook) -> bool:
    """Whether a table has a row of a known name, and a column to read from it."""
    columns = table.with_role(Role.NAME)
    readable = table.with_role(Role.VALUE) or table.with_role(Role.UNKNOWN)
    return bool(readable) and any(
        names.is_known_name(table.grid.text(row, column.number)) for row in table.rows for column in columns
    )


def _first_row(table: Table) -> int:
    """Where a table starts in its sheet."""
    if table.grid.transposed:
        return min((column.number for column in table.with_role(Role.NAME)), default=1)
    return table.header.top


def _last_row(table: Table, rows: Sequence[NamedRow]) -> int:
    if table.grid.transposed:
        return max((place.column for place in table.grid.cells), default=1) if rows else 0
    return max((row.number for row in rows), default=table.header.bottom)


def _cell_of(sources: Sequence[Source]) -> str | None:
    return next((source.cell for source in sources if source.cell), None)
