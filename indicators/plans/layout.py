"""The sheets of a plan's workbook and their columns: the one description that writing and reading share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from indicators.periods import LAST_YEAR, Kind, Period
from indicators.wording import plans as words


class CellKind(StrEnum):
    """What a column's cells hold; a code is a text that Excel may have taken for a number."""

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    WORD = "word"


@dataclass(frozen=True)
class Column:
    """`is_key`: a sheet cannot be read without it. `is_shown_only`: written for the reader's eye, never read."""

    name: str
    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 14
    words: Mapping[str, str] | None = field(default=None, hash=False)
    is_key: bool = False
    is_shown_only: bool = False


_WORDS_OF_TARGET = {
    "horizon": words.HORIZONS,
    "bound": words.BOUNDS,
    "commitment": words.COMMITMENTS,
    "path_rule": words.PATH_RULES,
    "rhythm": words.RHYTHMS,
    "state": words.STATES,
}
_WORDS_OF_MEASURE = {
    "accumulation": words.ACCUMULATIONS,
    "frequency": words.FREQUENCIES,
    "better": words.BETTERS,
}
_NUMBERS = {"value", "stretch", "tolerance", "minimum", "maximum", "baseline", "factor"}
_WHOLES = {"first_year", "last_year", "decimals"}
_CODES = {"target", "indicator", "replaced_by", "measure", "scenario"}
_WIDTHS = {"name_vi": 44, "group": 18, "lead_unit": 22, "joint_units": 22, "directing_leader": 20, "officer": 20}


def columns_of(titles: Mapping[str, str], chosen: Mapping[str, Mapping[str, str]], key: str) -> tuple[Column, ...]:
    """Columns by name from their titles."""
    return tuple(
        Column(name, title, _kind_of(name, chosen), _WIDTHS.get(name, 14), chosen.get(name), name == key)
        for name, title in titles.items()
    )


def _kind_of(name: str, chosen: Mapping[str, object]) -> CellKind:
    if name in chosen:
        return CellKind.WORD
    if name in _NUMBERS:
        return CellKind.NUMBER
    if name in _WHOLES:
        return CellKind.WHOLE
    return CellKind.CODE if name in _CODES else CellKind.TEXT


CODE = Column("target", words.CODE, CellKind.CODE, 8, is_key=True)
NAME = Column("name_vi", words.NAME, width=44, is_shown_only=True)
UNIT = Column("unit", words.UNIT, width=12, is_shown_only=True)
PROOF = Column("proof", words.PROOF)
BAND = Column("scenario", words.SCENARIO, width=24, is_key=True)
ASSIGNER = Column("assigned_by", words.ASSIGNED_BY, CellKind.WORD, 14, words.ASSIGNERS, is_key=True)

TARGETS = columns_of(words.TARGET_COLUMNS, _WORDS_OF_TARGET, "target")
MEASURES = columns_of(words.MEASURE_COLUMNS, _WORDS_OF_MEASURE, "measure")
SCENARIOS = columns_of(words.SCENARIO_COLUMNS, {}, "scenario")
STEPS = (
    CODE, NAME, UNIT, BAND,
    Column("on_date", words.ON_DATE, CellKind.DATE, 14, is_key=True),
    Column("value", words.VALUE, CellKind.NUMBER, 14, is_key=True),
)  # fmt: skip
PACES = (
    CODE,
    NAME,
    *(Column(str(month), words.MONTH.format(number=month), CellKind.NUMBER, 10, is_key=True) for month in range(1, 13)),
)


def year_goal_columns(years: range) -> tuple[Column, ...]:
    """Two columns a year, named '2027:value' and '2027:stretch'."""
    goals = (
        Column(f"{year}:{part}", title.format(year=year), CellKind.NUMBER, 12)
        for year in years
        for part, title in (("value", words.YEAR_FLOOR), ("stretch", words.YEAR_STRETCH))
    )
    return (CODE, NAME, UNIT, ASSIGNER, *goals)


def milestone_columns(year: int) -> tuple[Column, ...]:
    """A column a period of the year, in time order, named by the period's code; last, hidden, the proof of a derived
    row."""
    return (
        CODE, NAME, UNIT, BAND,
        *(Column(period.code, period_title(period), CellKind.NUMBER, 11) for period in milestone_periods(year)),
        PROOF,
    )  # fmt: skip


def milestone_periods(year: int) -> list[Period]:
    """The periods a milestone row has: months, quarters, the first half, nine months, the year, in time."""
    periods = [
        *(Period(year, Kind.MONTH, number) for number in range(1, 13)),
        *(Period(year, Kind.QUARTER, number) for number in range(1, 5)),
        Period(year, Kind.HALF, 1),
        Period(year, Kind.NINE_MONTHS),
        Period(year),
    ]
    order = list(Kind)
    return sorted(periods, key=lambda period: (period.end_month, order.index(period.kind)))


def period_title(period: Period) -> str:
    """The title of a milestone's column: 'Tháng 3', 'Quý I', '6 tháng'."""
    match period.kind:
        case Kind.MONTH:
            return words.MONTH.format(number=period.number)
        case Kind.QUARTER:
            return words.QUARTERS[period.number - 1]
        case Kind.HALF:
            return words.HALF
        case Kind.NINE_MONTHS:
            return words.NINE_MONTHS
        case _:
            return words.YEAR


def plan_years(baseline_year: int) -> range:
    """The years a plan speaks of: from the one after its baseline."""
    return range(baseline_year + 1, LAST_YEAR + 1)
