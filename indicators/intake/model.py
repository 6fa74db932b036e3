"""What reading a sheet gives: readings, remarks and issues, each with the cell it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Match(StrEnum):
    """How a row was recognised. A likely one is never stored before somebody confirms it."""

    CODE = "code"
    NAME = "name"
    LIKELY = "likely"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class RemarkKind(StrEnum):
    DIFFICULTY = "difficulty"
    REMEDY = "remedy"
    PROPOSAL = "proposal"
    DECISION = "decision"
    NOTE = "note"


@dataclass(frozen=True)
class Reading:
    """A measure's value for a period, at most four decimals; yes 1, no 0. `row_name` is as the sheet writes it."""

    measure: str
    period: str
    value: Decimal
    estimate: bool
    sheet: str
    cell: str
    match: Match
    row_name: str


@dataclass(frozen=True)
class Remark:
    """Words an office wrote beside a measure: a difficulty, a remedy, a proposal, a decision's number, a note."""

    measure: str
    period: str
    kind: RemarkKind
    text: str
    sheet: str
    cell: str


@dataclass(frozen=True)
class Issue:
    """Something that was not understood or looks wrong; sheet and cell are None where it concerns the whole file."""

    code: str
    severity: Severity
    message: str
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True)
class SheetReading:
    """All that one file says. `commune` and `period` may be None where an error says that they were not found, or that
    the file cannot be read; `period` also where the columns carry several and none is the report's own."""

    commune: str | None
    period: str | None
    readings: tuple[Reading, ...]
    remarks: tuple[Remark, ...]
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)

    @property
    def likely(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.match is Match.LIKELY)
