"""Reads the figures of a table's recognised rows, each measure from the column that is its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.catalogue import Measure
from indicators.errors import PeriodInvalid
from indicators.intake.choice import choose_columns
from indicators.intake.figure_units import DecimalMarks, StatedUnits
from indicators.intake.findings import Findings
from indicators.intake.layout.quantities import Holds, holds
from indicators.intake.layout.roles import Role
from indicators.intake.layout.tables import Table
from indicators.intake.model import Reading
from indicators.intake.periods.columns import DatedColumn, date_columns
from indicators.intake.periods.document import Document, period_of
from indicators.intake.periods.words import find_mentions
from indicators.intake.rows import NamedRow
from indicators.intake.share_rows import ShareRows
from indicators.intake.shares import Share, ShareReader
from indicators.intake.values.convert import Value, Wrong, says_nothing, to_value
from indicators.intake.values.ratio import Ratio, decimals_shown, ratio_differs, ratio_in, ratio_value
from indicators.intake.workbook.cells import Cell, CellKind, Place
from indicators.numbers import DecimalMark, format_exact
from indicators.periods import Period
from indicators.wording.issues import place_vi


@dataclass(frozen=True)
class Figure:
    """A reading with what the later checks need: its measure, its cell, and where that stands in the sheet."""

    reading: Reading
    measure: Measure
    cell: Cell
    place: Place

    def with_parts(self, numerator: Decimal, denominator: Decimal) -> Figure:
        """The same with what it is a share of."""
        return replace(self, reading=replace(self.reading, numerator=numerator, denominator=denominator))


class FigureReader:
    """Reads one table for a document's period."""

    def __init__(
        self,
        table: Table,
        document: Document,
        findings: Findings,
        share_rows: Mapping[str, ShareRows] | None = None,
        parts: Mapping[tuple[Place, str], Cell | None] | None = None,
        periods: Mapping[int, str] | None = None,
    ) -> None:
        self._table, self.document, self._findings = table, document, findings
        self._periods = {row: text for row, text in (periods or {}).items() if not _only_repeats(text, document)}
        self.is_list = bool(table.with_role(Role.PERIOD) or self._periods)  # whether its rows name their periods
        self._grid, self._sheet = table.grid, table.grid.sheet.name
        self._values = table.with_role(Role.VALUE)
        self._dated = date_columns(self._values, document)
        self._marks = DecimalMarks(table, self._values)
        self._units = StatedUnits(table, findings)
        self._parts = parts or {}
        self._shares = ShareReader(table, share_rows or {}, findings, self._marks.of)
        self._alone = {rows.row.number for rows in (share_rows or {}).values() if not rows.has_own}
        self.doubted: set[int] = set()  # columns whose figures may be the period's own or counted from January

    def read(self, rows: Sequence[NamedRow]) -> Iterator[Figure]:
        for row in rows:
            if row.number in self._alone or self._units.fits_row(row, is_filled=self._is_row_filled(row)):
                yield from self._read_row(row)

    def period_of_row(self, row: NamedRow) -> Period | None:
        """The period that a list names in the row itself; None where it names none of 2021-2030."""
        try:
            return self._named_period(row)
        except PeriodInvalid:
            return None

    def _read_row(self, row: NamedRow) -> Iterator[Figure]:
        try:
            dated = self._dated_for(row)
        except PeriodInvalid as error:
            self._findings.add("period_out_of_range", self._sheet, self._address(row.place), text=error.text)
            return
        known = [column for column in dated if column.period is not None]
        document = self._document_of(row)
        groups: dict[Period, list[DatedColumn]] = {}
        for column in known:
            if column.period is not None:
                groups.setdefault(column.period, []).append(column)
        for period in self._shares.periods(row, document) if self._shares.has_columns else ():
            groups.setdefault(period, [])
        for period, group in sorted(groups.items(), key=lambda item: item[0].code):
            is_alone = row.number in self._alone or not group
            figures = [] if is_alone else list(self._read_period(row, group, dated))
            yield from self._with_share(row, figures, self._shares.of(row, period, dated, document))
        if not known and self.is_list and self._is_row_filled(row):
            self._findings.add(
                "period_missing", self._sheet, self._address(row.place), what=place_vi("row", row.name, None)
            )

    def _with_share(self, row: NamedRow, figures: list[Figure], share: Share | None) -> Iterator[Figure]:
        """The figures of a row and period with what they are shares of, which must agree; without any, the share."""
        if share is None:
            yield from figures
            return
        found = figures or list(self._of_share(row, share))
        for figure in found:
            wrong = ratio_differs(
                figure.reading.value, decimals_shown(figure.cell), share.numerator, share.denominator, row.measure
            )
            if figures and wrong is not None:
                details = {"name": row.measure.name_vi, **wrong.details}
                given, parts = ((self._sheet, cell) for cell in (figure.reading.cell, self._address(share.place)))
                self._findings.add_between(wrong.code, given, parts, **details)
                continue
            yield figure.with_parts(share.numerator, share.denominator)

    def _of_share(self, row: NamedRow, share: Share) -> Iterator[Figure]:
        value = ratio_value(share.numerator, share.denominator, row.measure)
        if isinstance(value, Wrong):
            address = self._address(share.place)
            self._findings.add(value.code, self._sheet, address, name=row.measure.name_vi, **value.details)
            return
        yield from self._figure(row, share.column, share.place, share.cell, Value(value))

    def _document_of(self, row: NamedRow) -> Document:
        period = self._named_period(row)
        return self.document.at(period) if period is not None else self.document

    def _dated_for(self, row: NamedRow) -> list[DatedColumn]:
        """The columns with their periods in this row. A list's row without a period has the report's; one whose period
        nobody understands has none."""
        period = self._named_period(row)
        if period is not None:
            return date_columns(self._values, self.document.at(period))
        return (
            [] if self.is_list and (self.document.is_year_only or any(self._row_periods(row.number))) else self._dated
        )

    def _named_period(self, row: NamedRow) -> Period | None:
        mentions = [mention for text in self._row_periods(row.number) for mention in find_mentions(text)]
        return period_of(mentions[0], self.document.year) if mentions else None

    def _row_periods(self, row: int) -> Iterator[str]:
        """The texts of the row's period columns as one: 'Quý' over 3 beside 'Năm' over 2026."""
        columns = self._table.with_role(Role.PERIOD)
        texts = [(column.text, self._grid.text(row, column.number)) for column in columns]
        joined = " ".join(text if find_mentions(text) else f"{header} {text}" for header, text in texts if text)
        if joined or row in self._periods:
            yield joined or self._periods[row]

    def _read_period(self, row: NamedRow, group: list[DatedColumn], dated: list[DatedColumn]) -> Iterator[Figure]:
        def is_filled(column: DatedColumn) -> bool:
            return self._is_filled(row, column)

        fitting = [column for column in group if self._may_hold(column, row.measure)]
        strange = next((column for column in group if column not in fitting and is_filled(column)), None)
        if strange is not None and not any(map(is_filled, fitting)):
            details = {"text": strange.column.text, "unit": row.measure.unit, "name": row.measure.name_vi}
            self._findings.add("column_of_other_kind", self._sheet, self._address(self._place(row, strange)), **details)
            return
        choice = choose_columns(row.measure, fitting, dated, is_filled)
        if choice.warning and choice.about is not None:
            if choice.warning == "cumulative_unclear":
                self.doubted.add(choice.about.column.number)
            is_columns = choice.warning == "flow_not_read"  # said once, at the head of the column
            place = choice.about.column.place if is_columns else self._place(row, choice.about)
            details = {"name": row.measure.name_vi, "text": choice.about.column.text}
            self._findings.add(choice.warning, self._sheet, self._address(place), **details)
        figures = [figure for column in choice.columns for figure in self._read_cell(row, column)]
        if len({figure.reading.value for figure in figures}) > 1:  # which of them it is, somebody may point out
            self.doubted |= {column.column.number for column in choice.columns}
        yield from figures

    def _read_cell(self, row: NamedRow, column: DatedColumn) -> Iterator[Figure]:
        place = self._place(row, column)
        cell = self._cell(row, column)
        if cell is None or not self._units.fits_cell(row, column.column, cell):
            return
        unit, mark = self._units.stated(row, column.column), self._marks.of(column.column)
        ratio = ratio_in(cell.text, mark) if cell.kind is CellKind.TEXT and row.measure.numerator_vi else None
        if ratio is not None:
            yield from self._read_ratio(row, column, ratio, mark)
            return
        year = column.period.year if column.period is not None else None
        value = to_value(cell, row.measure, unit=unit, name=row.name, mark=mark, year=year)
        if isinstance(value, Wrong):
            address = self._address(place)
            self._findings.add(value.code, self._sheet, address, name=row.measure.name_vi, **value.details)
            return
        self._say_converted(value, row.measure, self._address(place))
        yield from self._figure(row, column, place, cell, value)

    def _read_ratio(
        self, row: NamedRow, column: DatedColumn, ratio: Ratio, mark: DecimalMark | None
    ) -> Iterator[Figure]:
        """'1.234/5.678', with the percentage beside it where there is one: that is then the value."""
        place = self._place(row, column)
        value: Decimal | Wrong | Value = ratio_value(ratio.numerator, ratio.denominator, row.measure)
        written = Cell(CellKind.TEXT, ratio.share)
        if ratio.share and not isinstance(value, Wrong):
            value = to_value(written, row.measure, mark=mark)
        if isinstance(value, Wrong):
            details = {"name": row.measure.name_vi, **value.details}
            self._findings.add(value.code, self._sheet, self._address(place), **details)
            return
        known = value if isinstance(value, Value) else Value(value)
        figure = self._figure(row, column, place, written, replace(known, estimate=known.estimate or ratio.estimate))
        share = Share(ratio.numerator, ratio.denominator, place, self._grid.cells[place], column)
        found = [replace(one, cell=written if ratio.share else share.cell) for one in figure]
        if ratio.share:
            yield from self._with_share(row, found, share)
        else:
            yield from (one.with_parts(ratio.numerator, ratio.denominator) for one in found)

    def _figure(self, row: NamedRow, column: DatedColumn, place: Place, cell: Cell, value: Value) -> Iterator[Figure]:
        if column.period is not None:
            reading = Reading(
                measure=row.measure.measure,
                period=column.period.code,
                value=value.number,
                estimate=value.estimate or column.column.heading.estimate,
                sheet=self._sheet,
                cell=self._address(place),
                match=row.found.match,
                row_name=row.name or row.measure.name_vi,
            )
            yield Figure(reading, row.measure, cell, self._grid.in_sheet(place))

    def _cell(self, row: NamedRow, column: DatedColumn) -> Cell | None:
        """The row's cell, or the measure's own part of it where it holds several; None where that cannot be told."""
        place = self._place(row, column)
        key = place, row.measure.measure
        return self._parts[key] if key in self._parts else self._grid.cells.get(place)

    def _may_hold(self, column: DatedColumn, measure: Measure) -> bool:
        """Whether a column that says to hold counts, or shares, can hold this measure."""
        kind = holds(self._grid.text(*column.column.place))
        if kind is None or measure.is_yes_no:
            return True
        return kind is (Holds.SHARE if measure.is_percent else Holds.COUNT)

    def _say_converted(self, value: Value, measure: Measure, address: str) -> None:
        if value.converted is not None:
            details = {"name": measure.name_vi, "unit": value.converted.unit, "own_unit": measure.unit}
            before, after = format_exact(value.converted.number), format_exact(value.number)
            self._findings.add("unit_converted", self._sheet, address, text=before, value=after, **details)

    def _is_row_filled(self, row: NamedRow) -> bool:
        return any(self._is_filled(row, column) for column in self._dated)

    def _is_filled(self, row: NamedRow, column: DatedColumn) -> bool:
        return not says_nothing(self._cell(row, column))

    def _place(self, row: NamedRow, column: DatedColumn) -> Place:
        return Place(row.number, column.column.number)

    def _address(self, place: Place) -> str:
        return self._grid.address(place)


def _only_repeats(text: str, document: Document) -> bool:
    """Whether a heading inside the table names nothing but the report's own year."""
    mentions = find_mentions(text)
    return bool(mentions) and mentions[0].kind is None and mentions[0].year == document.year
