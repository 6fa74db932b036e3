"""What a province's sheet says. Its values are columns of numbers: a hundred thousand objects would take seconds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.catalogue import Measure
from indicators.intake.model import TO_CONFIRM, Issue, Match, Reading, Severity
from indicators.intake.workbook.cells import letters_of

TEN_THOUSANDTHS = 10_000
"""Values have four decimals (docs/decisions/0003): as whole numbers they are exact."""


@dataclass(frozen=True)
class MeasureColumn:
    """A column that holds one measure for one period; `text` is its header's, in cell `head` of the sheet."""

    sheet: str
    number: int
    measure: Measure
    period: str
    match: Match
    text: str
    head: str
    unit: str = ""
    estimate: bool = False

    @property
    def cell(self) -> str:
        """Where the header that names the measure stands."""
        return self.head

    @cached_property
    def letters(self) -> str:
        return letters_of(self.number)


@dataclass(frozen=True)
class ProvinceRow:
    """A row of a commune: `key` is the commune's in every table."""

    sheet: str
    number: int
    key: str
    name_vi: str


@dataclass(frozen=True)
class ProvinceValues:
    """Columns of one length: the places of a value's row and column in the reading's, from 0; the value in
    ten-thousandths of its measure's unit; whether the cell or the header calls it an estimate."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    ten_thousandths: NDArray[np.int64]
    estimates: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.rows)

    def only(self, kept: NDArray[Any]) -> ProvinceValues:
        """Those that a mask or a list of places names."""
        return ProvinceValues(self.rows[kept], self.columns[kept], self.ten_thousandths[kept], self.estimates[kept])

    @classmethod
    def joined(cls, parts: list[ProvinceValues]) -> ProvinceValues:
        if not parts:
            none = np.empty(0, np.int64)
            return cls(none, none, none, np.empty(0, np.bool_))
        names = ("rows", "columns", "ten_thousandths", "estimates")
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


@dataclass(frozen=True)
class ProvinceReading:
    """All that a province's sheet says. `period` is None where its columns carry several. `issues`: errors first, every
    one of them; most of them name a cell."""

    period: str | None
    columns: tuple[MeasureColumn, ...]
    rows: tuple[ProvinceRow, ...]
    values: ProvinceValues
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)

    @property
    def likely(self) -> tuple[MeasureColumn, ...]:
        """The columns that were recognised by likeness, which somebody must confirm."""
        return tuple(column for column in self.columns if column.match is Match.LIKELY)

    def without(self, cells: Collection[tuple[str, str]]) -> ProvinceReading:
        """The same without the values of these cells (sheet, cell)."""
        return replace(self, values=self.values.only(self.outside(cells)))

    def outside(self, cells: Collection[tuple[str, str]]) -> NDArray[np.bool_]:
        """Which of the values stand in none of these cells."""
        return np.array([self.cell(value) not in cells for value in range(len(self.values))], np.bool_)

    @cached_property
    def communes(self) -> dict[str, str]:
        """Key → name of the communes that have a value."""
        used = np.unique(self.values.rows)
        return {self.rows[place].key: self.rows[place].name_vi for place in used}

    def cell(self, value: int) -> tuple[str, str]:
        """The sheet and the cell of the value at this place."""
        column, row = self.columns[self.values.columns[value]], self.rows[self.values.rows[value]]
        return column.sheet, f"{column.letters}{row.number}"

    def value(self, value: int) -> Decimal:
        return Decimal(int(self.values.ten_thousandths[value])).scaleb(-4)

    def reading(self, value: int) -> Reading:
        """The value at this place as a commune's own sheet would give it."""
        column, (sheet, cell) = self.columns[self.values.columns[value]], self.cell(value)
        estimate, said = bool(self.values.estimates[value]), (column.measure.measure, column.period)
        return Reading(*said, self.value(value), estimate, sheet, cell, column.match, column.text)

    def readings(self) -> Iterator[dict[str, object]]:
        """Every value as the command line's contract has it: commune, measure, period, value, sheet, cell, match."""
        for place in range(len(self.values)):
            column, row = self.columns[self.values.columns[place]], self.rows[self.values.rows[place]]
            yield {
                "commune": row.key, "measure": column.measure.measure, "period": column.period,
                "value": self.value(place), "sheet": column.sheet, "cell": f"{column.letters}{row.number}",
                "match": column.match,
            }  # fmt: skip


@dataclass(frozen=True)
class ProvinceCheck:
    """A reading beside what stands: how many of its values are new, changed, the same; `changes` says for each value
    which (0 new, 1 changed, 2 same). `issues` are the reading's with what only the record tells. `token` names the
    very bytes and the state of the record."""

    reading: ProvinceReading
    new: int
    changed: int
    same: int
    issues: tuple[Issue, ...]
    token: str = ""
    changes: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, np.int8), repr=False, compare=False)

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)

    def without(self, cells: Collection[tuple[str, str]]) -> ProvinceCheck:
        """The same without the values of these cells (sheet, cell), counted anew."""
        kept = self.reading.outside(cells)
        changes = self.changes[kept]
        new, changed, same = (int((changes == change).sum()) for change in range(3))
        reading = replace(self.reading, values=self.reading.values.only(kept))
        return replace(self, reading=reading, new=new, changed=changed, same=same, changes=changes)

    @property
    def doubtful(self) -> tuple[Issue, ...]:
        """The warnings that somebody must confirm, as a whole."""
        return tuple(issue for issue in self.issues if issue.code in TO_CONFIRM)
