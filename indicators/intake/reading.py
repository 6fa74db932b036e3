"""Reads a whole file: its cells, whose it is, its sheets one by one, then what only all of them together tell."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalogue import Catalogue, CommuneCatalogue
from indicators.intake.checks import check_fractions, check_hidden, check_history, unique_readings
from indicators.intake.communes import find_named, is_letterhead, settle_commune
from indicators.intake.findings import Findings
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.headers import find_headers
from indicators.intake.legacy import decoded
from indicators.intake.model import Memory, Remark, Sending, SheetReading
from indicators.intake.names.match import NameBook
from indicators.intake.periods.document import agree, main_mentions, mention_of
from indicators.intake.periods.words import find_mentions
from indicators.intake.seen import first_texts
from indicators.intake.sheets import SheetContent, lay_out, read_sheet, top_lines
from indicators.intake.workbook.cells import CellKind, Sheet, Visibility, Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import Limits
from indicators.periods import Period
from indicators.wording.issues import make_refusal
from indicators.wording.issues.names import seen_vi

_ROW_CODES = frozenset(
    {"row_not_recognised", "name_ambiguous", "period_missing", "column_not_recognised", "no_value_column"}
)


def read(content: bytes, catalogue: Catalogue, sending: Sending, limits: Limits) -> SheetReading:
    """See `indicators.intake.read_workbook`."""
    workbook = load_workbook(content, limits)
    if isinstance(workbook, Refusal):
        return SheetReading(sending.commune, None, (), (), (make_refusal(workbook, limits),))
    return interpret(workbook, catalogue, sending)


def interpret(workbook: Workbook, catalogue: Catalogue, sending: Sending) -> SheetReading:
    """What the cells of a workbook say; everything of `read` but the file."""
    findings = Findings()
    sheets = [decoded(sheet, catalogue) for sheet in _visible_sheets(workbook, findings)]
    if not any(sheet.cells for sheet in sheets):
        findings.add("empty_workbook")
        return SheetReading(sending.commune, None, (), (), findings.all(), workbook)
    named = find_named([line for sheet in sheets for line in _naming_lines(sheet)], catalogue)
    owner = settle_commune(named, sending.commune, sending.default_commune, catalogue, findings)
    if owner is None:
        return SheetReading(None, None, (), (), findings.all(), workbook)
    memory = sending.memory(owner)
    return _read_sheets(sheets, workbook, catalogue.by_commune[owner], sending.period, memory, findings)


def _read_sheets(
    sheets: Sequence[Sheet],
    workbook: Workbook,
    catalogue: CommuneCatalogue,
    argument: Period | None,
    memory: Memory,
    findings: Findings,
) -> SheetReading:
    names = NameBook(catalogue, memory.names)
    laid_out = [(sheet, lay_out(sheet, names)) for sheet in sheets]
    years = [
        year
        for sheet, tables in laid_out
        for year in _years_named(sheet, [line.text for line in top_lines(sheet, tables)])
    ]
    asked = argument if argument is not None and not _is_one_of_several(sheets, argument) else None
    contents = [
        read_sheet(sheet, tables, names, argument if asked or _names_period(sheet, argument) else None, years, findings)
        for sheet, tables in laid_out
    ]
    if not any(content.recognised for content in contents):
        findings.drop(_ROW_CODES)
        findings.add("no_row_recognised", seen=seen_vi(first_texts(sheets), len(sheets)))
    figures = unique_readings((figure for content in contents for figure in content.figures), findings)
    if not figures and any(content.recognised for content in contents) and not findings.has_errors:
        findings.add("nothing_to_record")
    check_fractions(figures, catalogue, findings, formats_known=workbook.formats_known)
    check_history(figures, memory.past, findings)
    check_hidden(figures, sheets, findings)
    return SheetReading(
        commune=catalogue.commune.commune,
        period=_report_period(contents, argument),
        readings=tuple(figure.reading for figure in figures),
        remarks=_unique_remarks(contents),
        issues=findings.all(),
        workbook=workbook,
    )


def _visible_sheets(workbook: Workbook, findings: Findings) -> list[Sheet]:
    """The sheets to read. A hidden one that holds figures is named; lists for drop-downs hold none."""
    for sheet in workbook.sheets:
        if sheet.visibility is not Visibility.VISIBLE and any(
            cell.kind in {CellKind.NUMBER, CellKind.PERCENT} for cell in sheet.cells.values()
        ):
            findings.add("hidden_sheet", sheet.name)
    return [sheet for sheet in workbook.sheets if sheet.visibility is Visibility.VISIBLE]


def _naming_lines(sheet: Sheet) -> list[tuple[str, str, str | None]]:
    """Where a sheet may name its commune: its own name, each line of each cell above its first header, and below it, as
    in a signature, whatever is a letterhead."""
    grid = Grid(sheet)
    headers = find_headers(grid, lambda _: False)
    last = headers[0].top - 1 if headers else 30
    cells = [
        (line, sheet.name, grid.address(place))
        for place in sorted(grid.cells, key=lambda place: (place.column, place.row))
        if grid.cells[place].kind is CellKind.TEXT
        for line in grid.cells[place].text.splitlines()
        if place.row <= last or is_letterhead(line)
    ]
    return [(sheet.name, sheet.name, None), *cells]


def _is_one_of_several(sheets: Sequence[Sheet], argument: Period) -> bool:
    """A book with a sheet a period, one of which is the period asked for: the others do not contradict it."""
    return len(sheets) > 1 and any(_names_period(sheet, argument) for sheet in sheets)


def _names_period(sheet: Sheet, argument: Period | None) -> bool:
    mentions = find_mentions(sheet.name)
    return (
        argument is not None
        and bool(mentions)
        and agree(mentions[0], mention_of(argument))
        and mentions[0].kind is not None
    )


def _years_named(sheet: Sheet, titles: Sequence[str]) -> list[int]:
    mentions = [*find_mentions(sheet.name), *(mention for title in titles for mention in main_mentions(title))]
    return [mention.year for mention in mentions if mention.year is not None]


def _report_period(contents: Sequence[SheetContent], argument: Period | None) -> str | None:
    """The one period that the file reports on; None where it carries several."""
    reports = {report.code for content in contents for report in content.reports}
    if argument is not None and argument.code in reports:
        return argument.code
    return reports.pop() if len(reports) == 1 else None


def _unique_remarks(contents: Sequence[SheetContent]) -> tuple[Remark, ...]:
    remarks = (remark for content in contents for remark in content.remarks)
    return tuple({(remark.measure, remark.period, remark.kind, remark.text): remark for remark in remarks}.values())
