"""The figures of a province's sheet, all at once: plain numbers as arrays, every other cell as everywhere else.

A number that is stored as such is taken through arrays only where that must give what `to_value` gives: in the
measure's own unit and range, whole where it must be, and not near the middle between two ten-thousandths. Whatever is
left goes through `to_value`, once for every different text of a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from indicators.catalogue import Measure
from indicators.intake.findings import Findings
from indicators.intake.values.convert import Value, Wrong, says_nothing, to_value
from indicators.intake.values.separators import decimal_mark
from indicators.intake.values.units import unit_factor
from indicators.intake.workbook.cells import CellKind
from indicators.numbers import DecimalMark, format_exact
from indicators.province.cells import NUMBER, CellColumns
from indicators.province.model import TEN_THOUSANDTHS, MeasureColumn, ProvinceRow, ProvinceValues

_LARGEST = 10.0**8  # up to here a float tells ten-thousandths apart, with a thousandth of one to spare
_NEAR_MIDDLE = 0.499


@dataclass
class _Column:
    """What is gathered of one column; `places` are its cells', `rows` those of their communes."""

    column: MeasureColumn
    places: NDArray[np.intp]
    rows: NDArray[np.int64]
    ten_thousandths: NDArray[np.int64] = field(init=False)
    estimates: NDArray[np.bool_] = field(init=False)
    read: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        self.ten_thousandths = np.zeros(len(self.places), np.int64)
        self.estimates = np.full(len(self.places), self.column.estimate)
        self.read = np.zeros(len(self.places), np.bool_)


def read_values(
    cells: CellColumns,
    columns: Sequence[MeasureColumn],
    rows: Sequence[ProvinceRow],
    first_row: int,
    first_column: int,
    findings: Findings,
) -> ProvinceValues:
    """The values of these rows and columns of one sheet, which are numbered from `first_row` and `first_column` on in
    the whole reading."""
    at = np.full(int(cells.rows.max(initial=0)) + 1, -1, np.int64)
    at[[row.number for row in rows]] = np.arange(len(rows)) + first_row
    gathered = [_gather(cells, column, at) for column in columns]
    marks = _Marks(cells, gathered)
    parts = []
    for number, part in enumerate(gathered, start=first_column):
        rest = _read_plain(cells, part)
        if len(rest):
            _read_rest(cells, part, rest, marks.of(part), findings)
        own = np.full(len(part.places), number, np.int64)
        parts.append(ProvinceValues(part.rows, own, part.ten_thousandths, part.estimates).only(part.read))
    return ProvinceValues.joined(parts)


def _gather(cells: CellColumns, column: MeasureColumn, at: NDArray[np.int64]) -> _Column:
    places = cells.by_column.get(column.number, np.empty(0, np.intp))
    rows = at[cells.rows[places]]
    return _Column(column, places[rows >= 0], rows[rows >= 0])


def _read_plain(cells: CellColumns, part: _Column) -> NDArray[np.intp]:
    """Fills in the plain numbers; the others as positions in the column."""
    measure = part.column.measure
    every = np.arange(len(part.places))
    if measure.is_yes_no or not _is_own_unit(part.column):
        return every
    plain = np.flatnonzero(cells.kinds[part.places] == NUMBER)
    numbers = _floats(map(cells.texts.__getitem__, part.places[plain].tolist()), len(plain))
    if numbers is None:
        return every
    part.ten_thousandths[plain], fits = _rounded(numbers, measure)
    part.read[plain] = fits
    return np.flatnonzero(~part.read)


def _is_own_unit(column: MeasureColumn) -> bool:
    return not column.unit or unit_factor(column.unit, column.measure.unit, column.text) in {None, Decimal(1)}


def _floats(texts: Iterable[str], count: int) -> NDArray[np.float64] | None:
    try:
        return np.fromiter(map(float, texts), np.float64, count)
    except ValueError:
        return None


def _rounded(numbers: NDArray[np.float64], measure: Measure) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The numbers as ten-thousandths, and which of them are surely what `to_value` gives."""
    with np.errstate(invalid="ignore", over="ignore"):
        sure = np.abs(numbers) < _LARGEST  # false for NaN and infinity
        scaled = np.where(sure, numbers, 0.0) * TEN_THOUSANDTHS
    nearest = np.rint(scaled)
    whole = nearest.astype(np.int64)
    sure &= np.abs(scaled - nearest) < _NEAR_MIDDLE
    if measure.minimum is not None:
        sure &= whole >= int(measure.minimum * TEN_THOUSANDTHS)
    if measure.maximum is not None:
        sure &= whole <= int(measure.maximum * TEN_THOUSANDTHS)
    if measure.decimals == 0:
        sure &= whole % TEN_THOUSANDTHS == 0
    return whole, sure


def _read_rest(
    cells: CellColumns, part: _Column, rest: NDArray[np.intp], mark: DecimalMark | None, findings: Findings
) -> None:
    column, known = part.column, dict[tuple[int, str], Value | Wrong | None]()
    for position in rest.tolist():
        place = part.places[position]
        key = int(cells.kinds[place]), cells.texts[place]
        if key not in known:
            cell = cells.cell(place)
            known[key] = (
                None
                if says_nothing(cell)
                else to_value(cell, column.measure, unit=column.unit, name=column.text, mark=mark)
            )
        value = known[key]
        address = f"{column.letters}{int(cells.rows[place])}"
        if isinstance(value, Wrong):
            findings.add(value.code, column.sheet, address, name=column.measure.name_vi, **value.details)
        elif value is not None:
            part.read[position] = True
            part.ten_thousandths[position] = int(value.number * TEN_THOUSANDTHS)
            part.estimates[position] |= value.estimate
    _say_converted(column, next((v for v in known.values() if isinstance(v, Value) and v.converted), None), findings)


def _say_converted(column: MeasureColumn, first: Value | None, findings: Findings) -> None:
    """Once a column, with the first figure: thousands of rows were converted alike."""
    if first is not None and first.converted is not None:
        before, after = format_exact(first.converted.number), format_exact(first.number)
        details = {"name": column.measure.name_vi, "unit": first.converted.unit, "own_unit": column.measure.unit}
        findings.add("unit_converted", column.sheet, column.head, text=before, value=after, **details)


class _Marks:
    """Which mark parts the decimals in the texts of each column; where these do not show it, in the whole table."""

    def __init__(self, cells: CellColumns, parts: Sequence[_Column]) -> None:
        self._cells = cells
        self._texts = {part.column.number: self._texts_in(part) for part in parts}
        self._all = frozenset[str]().union(*self._texts.values())

    def of(self, part: _Column) -> DecimalMark | None:
        texts = self._texts[part.column.number]
        return decimal_mark(texts, self._all) if texts else None

    def _texts_in(self, part: _Column) -> frozenset[str]:
        written = part.places[self._cells.kinds[part.places] == ord(CellKind.TEXT)]
        return frozenset(self._cells.texts[place] for place in written.tolist())
