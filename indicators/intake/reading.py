"""Reads a whole file: its cells, whose it is, its sheets one by one, then what only all of them together tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indicators.catalogue import Catalogue
from indicators.intake.checks import check_fractions, check_hidden, check_history, unique_readings
from indicators.intake.communes import find_named, is_letterhead, is_place_alone, settle_commune
from indicators.intake.findings import Findings
from indicators.intake.layout.grid import Grid
from indicators.intake.layout.headers import Header, first_header
from indicators.intake.layout.pointing import Layouts
from indicators.intake.layout.tables import Table
from indicators.intake.legacy import decoded, name_converted
from indicators.intake.model import Remark, Sending, SheetReading
from indicators.intake.names.match import NameBook
from indicators.intake.periods.document import agree, main_mentions, mention_of
from indicators.intake.periods.words import find_mentions
from indicators.intake.seen import first_texts
from indicators.intake.sheets import Surroundings, lay_out, read_sheet, top_lines
from indicators.intake.sources import file_source, report_file_name
from indicators.intake.table_reading import SheetContent
from indicators.intake.workbook.cells import CellKind, Place, Sheet, Visibility, Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import Limits
from indicators.periods import Period, parse_period
from indicators.wording.issues import make_refusal
from indicators.wording.issues.names import seen_vi

_MOST_IN_HEADING = 2  # cells
_LETTER = re.compile(r"[^\W\d_]")
_ROW_CODES = frozenset(
    {"row_not_recognised", "name_ambiguous", "period_missing", "column_not_recognised", "no_value_column"}
)


def read(content: bytes, catalogue: Catalogue, sending: Sending, limits: Limits) -> SheetReading:
    """See `indicators.intake.read_workbook`."""
    return read_loaded(load_workbook(content, limits), catalogue, sending, limits)


def read_loaded(workbook: Workbook | Refusal, catalogue: Catalogue, sending: Sending, limits: Limits) -> SheetReading:
    """As `read`, of a file that was opened already, or refused."""
    if isinstance(workbook, Refusal):
        return SheetReading(sending.commune, None, (), (), (make_refusal(workbook, limits),))
    if _texts_in(workbook) > limits.texts:
        return SheetReading(sending.commune, None, (), (), (make_refusal(Refusal("too_large", "texts"), limits),))
    return interpret(workbook, catalogue, sending)


def _texts_in(workbook: Workbook) -> int:
    """How many cells with words there are to be understood: no report has as many as would take long."""
    cells = (cell for sheet in workbook.sheets for cell in sheet.cells.values() if cell.kind is CellKind.TEXT)
    return sum(_LETTER.search(cell.text) is not None for cell in cells)


def interpret(workbook: Workbook, catalogue: Catalogue, sending: Sending) -> SheetReading:
    """What the cells of a workbook say; everything of `read` but the file."""
    findings = Findings()
    sheets = [_at_hand(decoded(sheet, catalogue)) for sheet in workbook.sheets]
    workbook = replace(workbook, sheets=sheets)  # whoever draws it shows what was read
    name_converted(sheets, findings)
    if not any(sheet.cells for sheet in sheets):
        findings.add("empty_workbook")
        return SheetReading(sending.commune, None, (), (), findings.all(), workbook)
    shown = [sheet for sheet in sheets if sheet.visibility is Visibility.VISIBLE]
    named = find_named([line for sheet in shown for line in _naming_lines(sheet)], catalogue)
    owner = settle_commune(named, sending.commune, sending.default_commune, catalogue, findings)
    if owner is None:
        return SheetReading(None, None, (), (), findings.all(), workbook)
    return _BookReader(sheets, workbook, catalogue, owner, sending, findings).read()


def _at_hand(sheet: Sheet) -> Sheet:
    """The sheet with its cells as a dict: each is asked for many times."""
    return replace(sheet, cells=dict(sheet.cells.items()))


class _BookReader:
    """Reads the sheets of one commune's file, the hidden ones after the others."""

    def __init__(
        self,
        sheets: Sequence[Sheet],
        workbook: Workbook,
        catalogue: Catalogue,
        owner: str,
        sending: Sending,
        findings: Findings,
    ) -> None:
        self._sheets, self._workbook, self._findings = sheets, workbook, findings
        self._catalogue, self._owner, self._argument = catalogue, owner, sending.period
        self._memory = sending.memory(owner)
        self._own = catalogue.by_commune[owner]
        self._names = NameBook(self._own, self._memory.names)
        self._layouts = Layouts(self._memory.layouts, sending.pointed)
        self._file = file_source(sending.file_name)

    def read(self) -> SheetReading:
        findings = self._findings
        contents = self._contents()
        if not any(content.recognised for content in contents):
            findings.drop(_ROW_CODES)
            findings.add("no_row_recognised", seen=seen_vi(first_texts(self._sheets), len(self._sheets)))
        figures = unique_readings((figure for content in contents for figure in content.figures), findings)
        if not figures and any(content.recognised for content in contents) and not findings.has_errors:
            findings.add("nothing_to_record")
        check_fractions(figures, self._own, findings, formats_known=self._workbook.formats_known)
        check_history(figures, self._memory.past, findings)
        check_hidden(figures, self._sheets, findings)
        report_file_name(self._file, [parse_period(figure.reading.period) for figure in figures], findings)
        return SheetReading(
            commune=self._owner,
            period=_report_period(contents, self._argument),
            readings=tuple(figure.reading for figure in figures),
            remarks=_unique_remarks(contents),
            issues=findings.all(),
            workbook=self._workbook,
            tables=tuple(table for content in contents for table in content.tables),
        )

    def _contents(self) -> list[SheetContent]:
        laid_out = [(sheet, lay_out(sheet, self._names, self._layouts)) for sheet in self._sheets]
        shown = [(sheet, tables) for sheet, tables in laid_out if sheet.visibility is Visibility.VISIBLE]
        around = self._surroundings(shown)
        contents = [
            read_sheet(sheet, tables, self._for_sheet(around, sheet), self._findings) for sheet, tables in shown
        ]
        for sheet, tables in laid_out:
            if sheet.visibility is not Visibility.VISIBLE:
                own = Findings()
                content = read_sheet(sheet, tables, self._for_sheet(around, sheet), own)
                if self._takes_hidden(sheet, content, own):
                    contents.append(content)
        return contents

    def _takes_hidden(self, sheet: Sheet, content: SheetContent, own: Findings) -> bool:
        """Whether a hidden sheet is read: one with figures, said so. One whose figures nobody can read is named; a list
        for drop-downs has none; another commune's is an error."""
        if not content.figures:
            if content.recognised and own.has_errors:
                self._findings.add("hidden_sheet", sheet.name)
            return False
        named = find_named(_naming_lines(sheet), self._catalogue)
        if settle_commune(named, self._owner, self._owner, self._catalogue, self._findings) is None:
            return False
        self._findings.add("hidden_sheet_read", sheet.name)
        self._findings.take(own)
        return True

    def _surroundings(self, shown: Sequence[tuple[Sheet, Sequence[Table]]]) -> Surroundings:
        years = [
            year
            for sheet, tables in shown
            for year in _years_named(sheet, [line.text for line in top_lines(sheet, tables)])
        ]
        is_one_of_several = self._argument is not None and _is_one_of_several(self._sheets, self._argument)
        asked = None if is_one_of_several else self._argument
        return Surroundings(self._own, self._names, self._layouts, asked, self._file, years)

    def _for_sheet(self, around: Surroundings, sheet: Sheet) -> Surroundings:
        return replace(around, argument=self._argument) if _names_period(sheet, self._argument) else around


def _naming_lines(sheet: Sheet) -> list[tuple[str, str, str | None]]:
    """Where a sheet may name its commune: its own name, each line of each cell above its first header, and below it, as
    in a signature, whatever is a letterhead, or a commune over columns or rows."""
    grid = Grid(sheet)
    header = first_header(grid)
    last = header.top - 1 if header else 30
    cells = [
        (line, sheet.name, grid.address(place))
        for place in sorted(grid.cells, key=lambda place: (place.column, place.row))
        if grid.cells[place].kind is CellKind.TEXT
        for line in grid.cells[place].text.splitlines()
        if place.row <= last or is_letterhead(line) or (is_place_alone(line) and _is_heading(grid, header, place))
    ]
    return [(sheet.name, sheet.name, None), *cells]


def _is_heading(grid: Grid, header: Header | None, place: Place) -> bool:
    """Whether a place is in the header, or stands alone in its row but for an order number before it."""
    if header is not None and place.row <= header.bottom:
        return True
    columns = grid.rows[place.row]
    return columns[-1] == place.column and len(columns) <= _MOST_IN_HEADING


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
