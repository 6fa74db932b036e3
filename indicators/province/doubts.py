"""What only all values of a province's sheet together tell: the same twice, fractions for percentages, hidden rows."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from indicators.catalogue import Accumulation, CommuneCatalogue
from indicators.intake.findings import Findings
from indicators.intake.workbook.cells import CellKind, Sheet
from indicators.numbers import format_exact
from indicators.periods import parse_period
from indicators.province.cells import CellColumns
from indicators.province.model import TEN_THOUSANDTHS, MeasureColumn, ProvinceReading, ProvinceValues
from indicators.wording.periods import period_vi

_SHARE_GOAL = Decimal(20)  # as in intake.checks: a goal from here on is never met by a value of 1


def unique_values(reading: ProvinceReading, findings: Findings) -> ProvinceValues:
    """One value for each commune, measure and period. Two that differ are an error, and neither is kept; of equal ones
    the first. What counts from January must be the same for all periods of the file that end on the same day."""
    firm = _without_repeats(reading, reading.values, findings, same_day=False)
    return _without_repeats(reading, firm, findings, same_day=True)


def _without_repeats(
    reading: ProvinceReading, values: ProvinceValues, findings: Findings, *, same_day: bool
) -> ProvinceValues:
    keys = _keys(reading, values, same_day=same_day)
    order = np.argsort(keys, kind="stable")
    again = np.flatnonzero((keys[order][1:] == keys[order][:-1]) & (keys[order][1:] >= 0))
    if not len(again):
        return values
    kept = np.ones(len(values), np.bool_)
    differing: set[int] = set()
    for first, second in zip(order[again].tolist(), order[again + 1].tolist(), strict=True):
        if values.ten_thousandths[first] != values.ten_thousandths[second]:
            differing.add(int(keys[first]))
            _report(reading, values, first, second, findings, same_day=same_day)
        elif not same_day:
            kept[second] = False
    return values.only(kept & ~np.isin(keys, sorted(differing)))


def _keys(reading: ProvinceReading, values: ProvinceValues, *, same_day: bool) -> NDArray[np.int64]:
    """The same number for values that must be the same; -1 for those that need not."""
    communes: dict[str, int] = {}
    rows = np.array([communes.setdefault(row.key, len(communes)) for row in reading.rows] or [0], np.int64)
    said: dict[tuple[str, object], int] = {}
    columns = np.array([_number(said, column, same_day=same_day) for column in reading.columns] or [0], np.int64)
    own = columns[values.columns]
    return np.where(own < 0, -1, rows[values.rows] * (len(said) + 1) + own)


def _number(said: dict[tuple[str, object], int], column: MeasureColumn, *, same_day: bool) -> int:
    measure = column.measure
    if not same_day:
        return said.setdefault((measure.measure, column.period), len(said))
    if measure.accumulation is Accumulation.LEVEL:
        return -1
    return said.setdefault((measure.measure, parse_period(column.period).end_month), len(said))


def _report(
    reading: ProvinceReading, values: ProvinceValues, first: int, second: int, findings: Findings, *, same_day: bool
) -> None:
    one, other = reading.columns[values.columns[first]], reading.columns[values.columns[second]]
    rows = reading.rows[values.rows[first]], reading.rows[values.rows[second]]
    address = f"{other.letters}{rows[1].number}"
    details = {
        "name": one.measure.name_vi,
        "first": f"{one.sheet}!{one.letters}{rows[0].number}",
        "second": f"{other.sheet}!{address}",
        "first_value": _plain(int(values.ten_thousandths[first])),
        "second_value": _plain(int(values.ten_thousandths[second])),
    }
    periods = [period_vi(parse_period(column.period)) for column in (one, other)]
    if same_day:
        details |= {"first_period": periods[0], "second_period": periods[1]}
        findings.add("same_day_differs", other.sheet, address, **details)
    else:
        details |= {"period": periods[0], "commune": rows[0].name_vi}
        findings.add("province_duplicate", other.sheet, address, **details)


def check_fractions(
    reading: ProvinceReading,
    sheets: Mapping[str, tuple[Sheet, CellColumns]],
    every: CommuneCatalogue,
    findings: Findings,
    *,
    formats_known: bool,
) -> None:
    """Warns of 0,941 where 94,1 must be meant, as `intake.checks` does."""
    small = np.abs(reading.values.ten_thousandths) <= TEN_THOUSANDTHS
    small &= reading.values.ten_thousandths != 0
    asked = [column.measure.is_percent and _may_be(every, column, formats_known) for column in reading.columns]
    places = np.flatnonzero(small & np.array(asked or [False])[reading.values.columns]).tolist()
    written = {name: _percentages(cells) for name, (_, cells) in sheets.items()} if places else {}
    for place in places:
        column, number = reading.columns[reading.values.columns[place]], reading.rows[reading.values.rows[place]].number
        if (number, column.number) not in written[column.sheet]:
            value = int(reading.values.ten_thousandths[place])
            details = {"text": _plain(value), "suggestion": _plain(value * 100)}
            sheet, cell = reading.cell(place)
            findings.add("fraction_suspected", sheet, cell, name=column.measure.name_vi, **details)


def check_hidden(reading: ProvinceReading, sheets: Mapping[str, Sheet], findings: Findings) -> None:
    """Warns once of each hidden row and column from which something was read."""
    used_rows, used_columns = np.unique(reading.values.rows), np.unique(reading.values.columns)
    for row in (reading.rows[place] for place in used_rows):
        if row.number in sheets[row.sheet].hidden_rows:
            findings.add("hidden_row", row.sheet, f"A{row.number}", text=row.number)
    for column in (reading.columns[place] for place in used_columns):
        if column.number in sheets[column.sheet].hidden_columns:
            findings.add("hidden_column", column.sheet, column.head, text=column.letters)


def _may_be(every: CommuneCatalogue, column: MeasureColumn, formats_known: bool) -> bool:
    goals = (target.value for target in every.targets_on(column.measure.measure))
    return not formats_known or any(goal >= _SHARE_GOAL for goal in goals)


def _percentages(cells: CellColumns) -> set[tuple[int, int]]:
    """The places whose figure is shown as a percentage, or says so itself."""
    texts = np.flatnonzero(cells.kinds == ord(CellKind.TEXT)).tolist()
    shown = np.flatnonzero(cells.kinds == ord(CellKind.PERCENT)).tolist()
    said = [place for place in texts if "%" in cells.texts[place]]
    return {(int(cells.rows[place]), int(cells.columns[place])) for place in (*shown, *said)}


def _plain(ten_thousandths: int) -> str:
    return format_exact(Decimal(ten_thousandths).scaleb(-4))
