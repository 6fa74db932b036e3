"""What a review is: its name, its scope, its rows and its files."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from indicators.periods import LAST_YEAR, Kind, Period
from indicators.reports.model import Occasion
from indicators.reviews.canonical import FIRST, CanonicalLine, columns_of, decoded_row
from indicators.store import Row

#: The longest name, in letters: it stands in a heading and in file managers.
NAME_LETTERS = 120

#: Told as the work goes on: steps done, steps in all, what is done next in Vietnamese.
Progress: TypeAlias = Callable[[int, int, str], None]


class ScopeKind(StrEnum):
    ALL = "all"
    GROUP = "group"
    UNIT = "unit"


@dataclass(frozen=True)
class Scope:
    """Whose targets a review holds: everything, a group of the plan (lĩnh vực) or those that a unit leads."""

    kind: ScopeKind = ScopeKind.ALL
    name_vi: str = ""

    def holds(self, row: Row) -> bool:
        """Whether a judged row of a target belongs to it."""
        if self.kind is ScopeKind.ALL:
            return True
        return bool(row["group_vi" if self.kind is ScopeKind.GROUP else "lead_unit"] == self.name_vi)


EVERYTHING = Scope()


@dataclass(frozen=True)
class ReviewFile:
    """A file of the folder: its path within, with slashes; sha256 in hexadecimal."""

    path: str
    sha256: str
    size_bytes: int


class FrozenParts(Mapping[str, tuple[Row, ...]]):
    """Part → its rows as they were when the review was frozen; read from their lines when they are first asked for."""

    def __init__(self, lines: Sequence[CanonicalLine]) -> None:
        first = next(line.content for line in lines if line.part == FIRST)
        self._columns = columns_of(first)
        self._contents: dict[str, list[str]] = {part: [] for part in self._columns}
        for line in lines:
            if line.part != FIRST:
                self._contents[line.part].append(line.content)
        self._rows: dict[str, tuple[Row, ...]] = {}

    def __getitem__(self, part: str) -> tuple[Row, ...]:
        if part not in self._rows:
            columns = self._columns[part]
            self._rows[part] = tuple(decoded_row(content, columns) for content in self._contents[part])
        return self._rows[part]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


@dataclass(frozen=True)
class Review:
    """A frozen review, found whole. `row`: that of kpi.review; `parts`: its rows by part, with the columns' names of
    `progress`, `milestones` and `forecasts` (reviews/parts.py); rows of targets, indicators, statuses, milestones and
    forecasts have a `scenario` beside (floor, stretch)."""

    row: Row
    parts: Mapping[str, tuple[Row, ...]]
    files: tuple[ReviewFile, ...]

    @property
    def name_vi(self) -> str:
        return str(self.row["name_vi"])

    @property
    def period(self) -> str:
        return str(self.row["period"])

    @property
    def as_of(self) -> datetime:
        moment: datetime = self.row["as_of"]
        return moment

    @property
    def scope(self) -> Scope:
        return Scope(ScopeKind(self.row["scope"]), self.row["scope_name_vi"])

    @property
    def head(self) -> Row:
        """The one row of the part `review`: what it is of, and the plan version that held."""
        return self.parts["review"][0]

    def rows(self, part: str, scenario: str = "floor") -> tuple[Row, ...]:
        """The rows of a part in a scenario; of a part without scenarios all."""
        return tuple(row for row in self.parts[part] if row.get("scenario", scenario) == scenario)


def plain_name(name: str) -> str:
    """The name as it is kept and shown: in NFC, one space between words, nothing that cannot be seen."""
    seen = (" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in unicodedata.normalize("NFC", name))
    return " ".join("".join(seen).split())


def key_of_name(name: str) -> str:
    """What names a review within its commune: two names that differ by letters' case or spaces alone are one."""
    return unicodedata.normalize("NFC", plain_name(name).casefold())


def usual_occasion(period: Period) -> Occasion:
    """Of 2030 'tổng kết nhiệm kỳ', of another year 'sơ kết năm', of a period within a year 'đánh giá giữa nhiệm kỳ'."""
    if period.kind is not Kind.YEAR:
        return Occasion.MIDTERM
    return Occasion.TERM if period.year == LAST_YEAR else Occasion.YEAR
