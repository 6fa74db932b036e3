"""Reads one sheet: which way it lies, its tables, the period of each, then their figures and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indicators.errors import PeriodInvalid
from indicators.intake.figures import Figure, FigureReader
from indicators.intake.findings import Findings
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.roles import Heading, Role, is_plan_label, says_result
from indicators.intake.layout.tables import Column, Table, TitleLine, find_tables, title_lines
from indicators.intake.model import Remark
from indicators.intake.names.match import NameBook
from indicators.intake.periods.columns import (
    DatedColumn,
    date_columns,
    find_conflict,
    lies_within,
    names_parts,
    reached_by,
)
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
from indicators.intake.periods.words import Mention, find_mentions
from indicators.intake.remarks import read_remarks
from indicators.intake.rows import NamedRow, recognise_rows, report_likely
from indicators.intake.values.convert import looks_like_number, says_nothing
from indicators.intake.workbook.cells import Place, Sheet
from indicators.periods import Period, parse_period
from indicators.wording.issues import part_of_year_vi, place_vi


@dataclass
class SheetContent:
    """What a sheet gave."""

    figures: list[Figure] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    recognised: int = 0
    reports: list[Period] = field(default_factory=list)


def lay_out(sheet: Sheet, names: NameBook) -> list[Table]:
    """The tables of a sheet; where its indicators run across and its periods down, those of the sheet turned over."""
    upright = find_tables(Grid(sheet), names.is_known_name)
    if any(_known_rows(table, names) for table in upright):
        return upright
    turned = find_tables(Grid(sheet, transposed=True), names.is_known_name)
    return turned if any(_known_rows(table, names) for table in turned) else upright


def top_lines(sheet: Sheet, tables: Sequence[Table]) -> list[TitleLine]:
    """The lines above the first table of a sheet; of a sheet without one, its first lines."""
    grid = Grid(sheet)
    return title_lines(grid, 1, _first_row(tables[0]) - 1 if tables else 30)


def read_sheet(
    sheet: Sheet,
    tables: Sequence[Table],
    names: NameBook,
    argument: Period | None,
    book_years: Sequence[int],
    findings: Findings,
) -> SheetContent:
    """Everything that the tables of a sheet say. What is wrong goes to `findings`."""
    content = SheetContent()
    grid = Grid(sheet)
    inherited: list[Source] = []
    planned: list[Mention] = []
    after = 1
    for table in tables:
        rows = [row for row in recognise_rows(table, names, findings) if not _is_plan_row(table, row)]
        lines = title_lines(grid, after, _first_row(table) - 1)
        own = [source for line in lines for source in title_sources(line.text, grid.address(line.place))]
        after = max(after, _last_row(table, rows) + 1)
        inherited = _inherit(own, inherited)
        planned += [mention for line in lines for mention in planned_mentions(line.text)]
        content.recognised += len(rows)
        document = _settle(sheet, inherited, argument, book_years, lines, findings) if rows else None
        if document is not None:
            _read_table(_without_plans(table, rows, planned, document, findings), rows, document, findings, content)
    return content


def _settle(
    sheet: Sheet,
    titles: Sequence[Source],
    argument: Period | None,
    book_years: Sequence[int],
    lines: Sequence[TitleLine],
    findings: Findings,
) -> Document | None:
    """The table's period; None where it is contradictory or none of 2021-2030, which goes to `findings`."""
    sources = [*titles, *_sheet_name_sources(sheet)]
    if argument is not None:
        sources.insert(0, Source("argument", mention_of(argument)))
    try:
        settled = settle(sources, book_years, to_date=counts_from_january([line.text for line in lines]))
    except PeriodInvalid as error:
        findings.add("period_out_of_range", sheet.name, _cell_of(sources), text=error.text)
        return None
    if isinstance(settled, Conflict):
        _report_conflict(sheet, settled.first, settled.second, findings)
        return None
    return settled


def _read_table(
    table: Table, rows: Sequence[NamedRow], document: Document, findings: Findings, content: SheetContent
) -> None:
    """Adds the figures and remarks of one table, unless its columns contradict its period."""
    filled = _filled_columns(table, rows)
    if names_parts(table.with_role(Role.VALUE), document):
        begun = [column for column in filled if _has_begun(table, rows, column)]
        document = reached_by(begun, replace(document, has_parts=True))
    dated = date_columns(filled, document)
    if table.with_role(Role.PERIOD):
        conflict = None
    else:
        conflict = find_conflict(dated, document)
        _report_undated(table, dated, findings)
    _report_unknown(table, rows, dated, findings)
    if conflict is not None:
        source, column = conflict
        _report_conflict(table.grid.sheet, source, _column_source(table, column), findings)
        return
    if not filled and not table.with_role(Role.VALUE):
        findings.add("no_value_column", table.grid.sheet.name, table.grid.address(table.columns[0].place))
        return
    report_likely(table, rows, findings)
    reader = FigureReader(table, document, findings)
    figures = list(reader.read(rows))
    if table.with_role(Role.PERIOD) and _list_contradicts(table, document, figures, findings):
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
    _report_conflict(table.grid.sheet, document.source, row, findings)
    return True


def _filled_columns(table: Table, rows: Sequence[NamedRow]) -> list[Column]:
    """The columns of figures that say something in a recognised row; an empty one neither counts nor contradicts."""
    return [
        column
        for column in table.with_role(Role.VALUE)
        if any(not says_nothing(table.grid.at(row.number, column.number)) for row in rows)
    ]


def _without_plans(
    table: Table, rows: Sequence[NamedRow], planned: Sequence[Mention], document: Document, findings: Findings
) -> Table:
    """A column named like the time that a title calls a plan, and no result by its own words, is not read."""
    ahead = [mention for mention in planned if _is_ahead(mention, document)]
    filled = [column for column in _filled_columns(table, rows) if _is_planned(column, ahead)]
    for column in filled:
        findings.add("plan_not_read", table.grid.sheet.name, table.grid.address(column.place), text=column.text)
    columns = (
        replace(column, heading=Heading(Role.IGNORED)) if column in filled else column for column in table.columns
    )
    return replace(table, columns=tuple(columns))


def _is_plan_row(table: Table, row: NamedRow) -> bool:
    """'Kế hoạch' beside a name that stands over the rows of its plan and of its result."""
    first = min((column.number for column in table.with_role(Role.VALUE)), default=0)
    beside = (column.number for column in table.columns if row.place.column < column.number < first)
    return any(is_plan_label(table.grid.text(row.number, number)) for number in beside)


def _is_ahead(mention: Mention, document: Document) -> bool:
    """Whether a planned time ends after the report's: 'nhiệm vụ 9 tháng' in a report on the third quarter is not."""
    report = document.period
    if report is None or mention.year is None:
        return True
    return mention.year * 12 + mention.last_month > report.end_month


def _is_planned(column: Column, ahead: Sequence[Mention]) -> bool:
    mention = column.heading.mention
    if mention is None or says_result(column.text):
        return False
    return any(
        (mention.kind, mention.number) == (plan.kind, plan.number)
        and (mention.year is None or plan.year is None or mention.year == plan.year)
        for plan in ahead
    )


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


def _report_conflict(sheet: Sheet, first: Source, second: Source, findings: Findings) -> None:
    findings.add(
        "period_conflict",
        sheet.name,
        second.cell or first.cell,
        first=place_vi(first.kind, first.text, first.cell),
        first_period=_mention_vi(first.mention),
        second=place_vi(second.kind, second.text, second.cell),
        second_period=_mention_vi(second.mention),
    )


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


def _inherit(own: Sequence[Source], before: Sequence[Source]) -> list[Source]:
    """A later table takes the earlier titles of its sheet, as far as its own do not say something else."""
    if not own:
        return list(before)
    has_part = any(source.mention.kind is not None for source in own)
    has_year = any(source.mention.year is not None for source in own)
    kept = [
        source
        for source in before
        if not (has_part and source.mention.kind is not None) and not (has_year and source.mention.year is not None)
    ]
    return [*own, *kept]


def _sheet_name_sources(sheet: Sheet) -> list[Source]:
    return [Source("sheet_name", mention, sheet.name) for mention in find_mentions(sheet.name)[:1]]


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


def _mention_vi(mention: Mention) -> str:
    return part_of_year_vi(mention.kind, mention.number, mention.year)
