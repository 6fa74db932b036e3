"""What reading a sheet gives: readings, remarks and issues, each with the cell it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from indicators.intake.workbook.cells import Workbook
from indicators.periods import Period

#: Issues that nobody may pass over in silence: a warning of these is recorded only when somebody confirmed it.
TO_CONFIRM = frozenset(
    {"far_from_past", "below_earlier", "fraction_suspected", "index_suspected", "several_in_one_cell"}
)


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
    """A measure's value for a period, at most four decimals; yes 1, no 0. `row_name` is as the sheet writes it. A ratio
    keeps what it was computed from, where the sheet gives it, in the units of the catalogue."""

    measure: str
    period: str
    value: Decimal
    estimate: bool
    sheet: str
    cell: str
    match: Match
    row_name: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None


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
    """Something that was not understood or looks wrong; sheet and cell are None where it concerns the whole file.
    `also` is the second place, sheet and cell, of what two cells say against each other."""

    code: str
    severity: Severity
    message: str
    sheet: str | None = None
    cell: str | None = None
    also: tuple[str, str] | None = None

    @property
    def at_each_place(self) -> tuple[Issue, ...]:
        """The issue at each of its places, as one of that place alone."""
        if self.also is None:
            return (self,)
        sheet, cell = self.also
        return replace(self, also=None), replace(self, sheet=sheet, cell=cell, also=None)


class Meaning(StrEnum):
    """What a column holds, as somebody who points at it can say."""

    NAME = "name"
    OWN = "own"  # the report's period alone
    TO_DATE = "to_date"  # everything since January
    YEAR_BEFORE = "year_before"  # the whole year before the report's
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    IGNORED = "ignored"


Pointing = Mapping[int, Meaning]
"""For columns of one layout, numbered from 1, what somebody said that they hold."""


@dataclass(frozen=True)
class ColumnFound:
    """A column of a table: its header's text and cell, and what it was understood as; None where nothing tells."""

    number: int
    cell: str
    text: str
    meaning: Meaning | None
    period: str | None


@dataclass(frozen=True)
class TableFound:
    """A table of a sheet as it was understood. `layout` is the same for every table with the same header, whatever
    periods and years it names: what was pointed at in one holds for the next."""

    layout: str
    sheet: str
    first_row: int
    last_row: int
    columns: tuple[ColumnFound, ...]

    @property
    def is_open(self) -> bool:
        """Whether a column's meaning must be pointed at."""
        return any(column.meaning is None for column in self.columns)


Past = Mapping[str, Sequence[tuple[str, Decimal]]]
"""For each measure the values already known, as (period code, value), in any order."""


@dataclass(frozen=True)
class Memory:
    """What a commune's record knows when a sheet comes: its values, the measures of row names that somebody confirmed
    (by the name as `names.normal.words_of` gives it), and the layouts that somebody pointed at."""

    past: Past = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    layouts: Mapping[str, Pointing] = field(default_factory=dict)


@dataclass(frozen=True)
class Sending:
    """What is said of a file from outside. A file that names no commune is `commune`'s, else `default_commune`'s, and
    may name no other than `commune`. `period` completes what the sheet leaves open, and must not be contradicted;
    `file_name` completes what both leave open. `memory_of` gives what is known already of the commune that was found;
    `pointed` is what somebody says of this file's own layouts, over what is remembered."""

    default_commune: str
    commune: str | None = None
    period: Period | None = None
    file_name: str = ""
    memory_of: Callable[[str], Memory] | None = None
    pointed: Mapping[str, Pointing] = field(default_factory=dict)

    def memory(self, commune: str) -> Memory:
        return self.memory_of(commune) if self.memory_of is not None else Memory()


@dataclass(frozen=True)
class SheetReading:
    """All that one file says. `commune` and `period` may be None where an error says that they were not found, or that
    the file cannot be read; `period` also where the columns carry several and none is the report's own. `workbook` and
    `tables` are what it was read from, for whoever draws it."""

    commune: str | None
    period: str | None
    readings: tuple[Reading, ...]
    remarks: tuple[Remark, ...]
    issues: tuple[Issue, ...]
    workbook: Workbook | None = field(default=None, compare=False, repr=False)
    tables: tuple[TableFound, ...] = field(default=(), compare=False, repr=False)

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)

    @property
    def likely(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.match is Match.LIKELY)

    @property
    def doubtful(self) -> tuple[Issue, ...]:
        """The warnings that somebody must confirm."""
        return tuple(issue for issue in self.issues if issue.code in TO_CONFIRM)
