"""Shares that a table gives by what they are shares of: in columns of their own, or in rows of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.catalogue import Measure
from indicators.intake.choice import choose_columns
from indicators.intake.findings import Findings
from indicators.intake.layout.roles import Role
from indicators.intake.layout.share_columns import lowest_words
from indicators.intake.layout.tables import Column, Table
from indicators.intake.layout.units import unit_in_heading, unit_of_table
from indicators.intake.names.normal import unit_in_name
from indicators.intake.periods.columns import DatedColumn, date_columns
from indicators.intake.periods.document import Document
from indicators.intake.rows import NamedRow
from indicators.intake.share_rows import ShareRows, part_names
from indicators.intake.values.convert import Wrong, says_nothing, shown
from indicators.intake.values.units import unit_factor
from indicators.intake.values.written import figure_in
from indicators.intake.workbook.cells import Cell, CellKind, Place
from indicators.numbers import DecimalMark, WrittenNumber, parse_number
from indicators.periods import Period

_GENERIC = frozenset({"", "tu so", "mau so", "so dat", "so luong dat", "so da dat", "so dat duoc", "tong so", "tong"})
_NUMBERS = frozenset({CellKind.NUMBER})


@dataclass(frozen=True)
class Share:
    """A numerator and its denominator in the catalogue's units, and where the numerator stands."""

    numerator: Decimal
    denominator: Decimal
    place: Place
    cell: Cell
    column: DatedColumn


@dataclass(frozen=True)
class _Spot:
    """Where one part of a share stands, and the unit said there."""

    place: Place
    unit: str
    name: str


class ShareReader:
    """Finds the shares of one table's rows."""

    def __init__(
        self,
        table: Table,
        rows: Mapping[str, ShareRows],
        findings: Findings,
        mark_of: Callable[[Column], DecimalMark | None],
    ) -> None:
        self._table, self._rows, self._findings, self._mark_of = table, rows, findings, mark_of
        self._grid = table.grid
        self._numerators = table.with_role(Role.NUMERATOR)
        self._denominators = table.with_role(Role.DENOMINATOR)
        stated = unit_of_table(table)
        self._table_unit = stated[0] if stated else ""

    @property
    def has_columns(self) -> bool:
        return bool(self._numerators and self._denominators)

    def periods(self, row: NamedRow, document: Document) -> list[Period]:
        """The periods of the columns of numerators that this row fills."""
        dated = date_columns(self._numerators, document)
        return [column.period for column in dated if column.period is not None and self._is_filled(row.number, column)]

    def of(self, row: NamedRow, period: Period, dated: Sequence[DatedColumn], document: Document) -> Share | None:
        """The share of a row's measure for a period, from the rows below it, else from columns beside it."""
        below = self._rows.get(row.measure.measure)
        if below is not None and below.row.number == row.number:
            return self._from_rows(row.measure, below, period, dated)
        return self._from_columns(row, period, document) if self.has_columns and row.measure.numerator_vi else None

    def _from_rows(
        self, measure: Measure, below: ShareRows, period: Period, dated: Sequence[DatedColumn]
    ) -> Share | None:
        numerator, denominator = below.parts["numerator"], below.parts["denominator"]
        group = [column for column in dated if column.period == period]
        choice = choose_columns(measure, group, dated, lambda column: self._is_filled(numerator[0], column))
        if choice.warning and choice.about is not None:
            self._warn(choice.warning, measure, Place(numerator[0], choice.about.column.number), choice.about)
        if not choice.columns:
            return None
        column = choice.columns[0]
        spots = [
            _Spot(Place(number, column.column.number), self._unit_of_row(number, name), name)
            for number, _, name in (numerator, denominator)
        ]
        return self._share(measure, column, spots)

    def _from_columns(self, row: NamedRow, period: Period, document: Document) -> Share | None:
        dated = date_columns(self._numerators, document)
        own = [column for column in dated if column.period == period and self._serves(column.column, row.measure)]
        choice = choose_columns(row.measure, own, dated, lambda column: self._is_filled(row.number, column))
        if choice.warning and choice.about is not None:
            self._warn(choice.warning, row.measure, Place(row.number, choice.about.column.number), choice.about)
        if not choice.columns:
            return None
        column = choice.columns[0]
        wholes = [
            whole
            for whole in date_columns(self._denominators, document)
            if whole.period in {period, None} and self._serves(whole.column, row.measure)
        ]
        alike = [whole for whole in wholes if whole.accrual is column.accrual] or wholes
        if not alike:
            return None
        spots = [
            _Spot(Place(row.number, part.column.number), unit_in_heading(part.column.text), part.column.text)
            for part in (column, alike[0])
        ]
        return self._share(row.measure, column, spots)

    def _share(self, measure: Measure, column: DatedColumn, spots: Sequence[_Spot]) -> Share | None:
        """The share, both parts in the catalogue's units; None where one is missing or no number, which is an issue."""
        names = (measure.numerator_vi, measure.denominator_vi)
        numbers = [self._number(measure, spot, unit_in_name(name)) for spot, name in zip(spots, names, strict=True)]
        if numbers[0] is None or numbers[1] is None:
            return None
        place = spots[0].place
        return Share(numbers[0], numbers[1], place, self._grid.cells[place], column)

    def _number(self, measure: Measure, spot: _Spot, own_unit: str) -> Decimal | None:
        cell = self._grid.cells.get(spot.place)
        if cell is None or says_nothing(cell):
            self._add("ratio_incomplete", measure, spot)
            return None
        mark = self._mark_of(next(column for column in self._table.columns if column.number == spot.place.column))
        number = _plain_number(cell, mark, whole=not own_unit or own_unit == "nguoi")
        if isinstance(number, Wrong):
            self._findings.add(
                number.code, self._sheet, self._grid.address(spot.place), name=spot.name, **number.details
            )
            return None
        unit = spot.unit or (self._table_unit if own_unit else "")
        factor = unit_factor(unit, own_unit) if unit and own_unit else Decimal(1)
        if factor is None or (unit == "%" and not own_unit):
            self._add("unit_mismatch", measure, spot, text=unit, unit=own_unit or spot.name)
            return None
        return number * factor

    def _unit_of_row(self, number: int, name: str) -> str:
        texts = (self._grid.text(number, column.number) for column in self._table.with_role(Role.UNIT))
        return next((text for text in texts if text), "") or unit_in_name(name)

    def _serves(self, column: Column, measure: Measure) -> bool:
        """Whether a column is anyone's numerator or denominator, or headed by this measure's own words for it."""
        words = lowest_words(self._table, column)
        return words in _GENERIC or bool(column.heading.pointed) or words in {name for name, _ in part_names(measure)}

    def _is_filled(self, row: int, column: DatedColumn) -> bool:
        return not says_nothing(self._grid.at(row, column.column.number))

    @property
    def _sheet(self) -> str:
        return self._grid.sheet.name

    def _add(self, code: str, measure: Measure, spot: _Spot, **details: object) -> None:
        self._findings.add(code, self._sheet, self._grid.address(spot.place), name=measure.name_vi, **details)

    def _warn(self, code: str, measure: Measure, place: Place, about: DatedColumn) -> None:
        self._findings.add(code, self._sheet, self._grid.address(place), name=measure.name_vi, text=about.column.text)


def _plain_number(cell: Cell, mark: DecimalMark | None, *, whole: bool) -> Decimal | Wrong:
    """A cell's number as it stands."""
    if cell.kind is CellKind.ERROR:
        return Wrong("error_cell", {"text": cell.text})
    if cell.kind is CellKind.UNCOMPUTED:
        return Wrong("formula_without_value")
    if cell.kind in _NUMBERS:
        number = Decimal(cell.text)
        return number if number.is_finite() else Wrong("text_not_number", {"text": cell.text})
    written = parse_number(figure_in(cell.text).text, whole=whole, mark=mark) if cell.kind is CellKind.TEXT else None
    if not isinstance(written, WrittenNumber) or written.unit == "%":
        return Wrong("text_not_number", {"text": shown(cell)})
    return written.value
