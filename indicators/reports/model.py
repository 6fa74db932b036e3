"""What a report says, before anyone sets it as Word, PDF or Excel: every number and sentence is here, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from indicators.periods import Period
from indicators.store import Row
from indicators.wording.statuses import Tally


class Occasion(StrEnum):
    """What a report is for: a period's own, 'sơ kết năm', 'đánh giá giữa nhiệm kỳ', 'tổng kết nhiệm kỳ'."""

    PERIOD = "period"
    YEAR = "year"
    MIDTERM = "midterm"
    TERM = "term"


@dataclass(frozen=True)
class Asked:
    """Which report. `as_of`: the moment of the figures, UTC; `unit`: whose own report, None for the commune's;
    `with_joint`: of a unit also what it works on jointly; `group_vi`: of one group of the plan alone."""

    commune: str
    period: Period
    as_of: datetime
    occasion: Occasion = Occasion.PERIOD
    unit: str | None = None
    scenario: str = "floor"
    group_vi: str | None = None
    with_joint: bool = True


@dataclass(frozen=True)
class Letterhead:
    """What stands around the text of an official document (Nghị định 30/2020, Phụ lục I); '' and None where the office
    writes it by hand. `symbol`: of the number, 'BC-UBND'; `signer_vi`: authority and office, a line each."""

    superior_vi: str = ""
    agency_vi: str = ""
    number: str = ""
    symbol: str = ""
    place_vi: str = ""
    dated: date | None = None
    signer_vi: tuple[str, ...] = ()
    signer_name: str = ""
    recipients_vi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of the report's table. `share`: of the table's width, in percent; `is_number`: its cells stand right."""

    key: str
    heading_vi: str
    share: float
    is_number: bool = False


@dataclass(frozen=True)
class Cell:
    """`text`: as it is printed, '' for nothing; `number`: the same figure where it is one, in the row's unit, with the
    decimals at which it is shown."""

    text: str = ""
    number: Decimal | None = None
    decimals: int = 0


@dataclass(frozen=True)
class Line:
    """A target. `row`: its judged row with what sql/queries/report_lines.sql adds; `cells`: column's key → cell."""

    row: Row
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Group:
    """The targets of a group of the plan (lĩnh vực). `sentences_vi`: its results, in facts."""

    name_vi: str
    lines: tuple[Line, ...]
    sentences_vi: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """A remark of the period: difficulty, remedy or proposal. `about_vi`: the targets' names, one after the other."""

    target: str
    about_vi: str
    unit_vi: str
    text_vi: str


class Role(StrEnum):
    """What a series of a chart is; its colour and stroke follow from it."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FLOOR = "floor"
    STRETCH = "stretch"
    FORECAST = "forecast"
    GOAL = "goal"
    STATUS = "status"
    SCENARIO = "scenario"
    BASELINE = "baseline"


@dataclass(frozen=True)
class Series:
    """`values`: one a category, None where there is nothing to draw; `status`: of a part of a stack of statuses. Of a
    forecast `low` and `high`, its 80% interval by category, and `stands_alone`: the actuals do not lead to it (a mean
    of years). `is_fixed`: a path that a document approved."""

    role: Role
    name_vi: str
    values: tuple[Decimal | None, ...]
    status: str | None = None
    low: tuple[Decimal | None, ...] = ()
    high: tuple[Decimal | None, ...] = ()
    stands_alone: bool = False
    is_fixed: bool = False


class ChartKind(StrEnum):
    """LINES: along time; YEARS: along time, broken at the end of every year (totals begin anew); STACK: bars across,
    a category each, their parts side by side."""

    LINES = "lines"
    YEARS = "years"
    STACK = "stack"


@dataclass(frozen=True)
class Chart:
    """A chart as numbers: pictures and Excel's own charts are both drawn from it. `target`: whose, None of several."""

    kind: ChartKind
    title_vi: str
    unit: str
    categories_vi: tuple[str, ...]
    series: tuple[Series, ...]
    target: str | None = None


@dataclass(frozen=True)
class Expected:
    """A line on what is to come of a target: `verdict` is met, will_meet, will_miss or unknown (why: `reason_vi`);
    `needed_vi`: what it takes from here, '' where nothing is needed or it cannot be said."""

    row: Row
    name_vi: str
    verdict: str
    forecast_vi: str
    needed_vi: str
    reason_vi: str


@dataclass(frozen=True)
class Report:
    """A whole report. `closed_on`: the Vietnamese day up to which the figures are known; `summary_vi`: what the
    period came to, in facts; `expected`: only where the occasion looks ahead; `fingerprint`: of the key that signs a
    review; `notes_vi`: what stands below the table: what its columns mean, the plan's document; `is_demonstration`:
    its figures are invented, which every page and sheet of it says."""

    asked: Asked
    commune_name_vi: str
    letterhead: Letterhead
    title_vi: str
    subject_vi: str
    period_vi: str
    closed_on: date
    tally: Tally
    summary_vi: tuple[str, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    difficulties: tuple[Said, ...]
    remedies: tuple[Said, ...]
    proposals: tuple[Said, ...]
    charts: tuple[Chart, ...]
    expected: tuple[Expected, ...] = ()
    fingerprint: str = ""
    notes_vi: tuple[str, ...] = ()
    is_demonstration: bool = False
