"""How a cell of a catalogue file becomes a value. A converter returns the value or raises ValueError."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from indicators.catalogue.model import (
    Accumulation,
    Assigner,
    Better,
    Bound,
    Closing,
    Commitment,
    Frequency,
    Horizon,
    PathRule,
    Scenario,
)
from indicators.errors import PeriodInvalid
from indicators.periods import FIRST_YEAR, LAST_YEAR, parse_period

Converter: TypeAlias = Callable[[str], object]

_CLOSES = re.compile(r"(\d{2})-(\d{2})( next year)?")
_STORED = Decimal("0.0001")
_WHOLE = Decimal(100)
_MONTHS = 12


def _text(cell: str) -> str:
    if not cell:
        raise ValueError(cell)
    return cell


def _identifier(cell: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", cell):
        raise ValueError(cell)
    return cell


def _code(cell: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z]+(\.[0-9A-Za-z]+)*", cell):
        raise ValueError(cell)
    return cell


def _number(cell: str) -> Decimal:
    try:
        number = Decimal(cell)
    except InvalidOperation as error:
        raise ValueError(cell) from error
    if not number.is_finite() or number != number.quantize(_STORED):
        raise ValueError(cell)
    return number


def _decimals(cell: str) -> int:
    number = int(cell)
    if not 0 <= number <= 4:
        raise ValueError(cell)
    return number


def _closes(cell: str) -> Closing:
    match = _CLOSES.fullmatch(cell)
    if not match:
        raise ValueError(cell)
    month, day = int(match[1]), int(match[2])
    date(2027, month, day)
    return Closing(month, day, bool(match[3]))


def _year(cell: str) -> int:
    year = int(cell)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(cell)
    return year


def _years(cell: str) -> tuple[int, int]:
    first, _, last = cell.partition("-")
    years = _year(first), _year(last or first)
    if years[0] > years[1]:
        raise ValueError(cell)
    return years


def _period(cell: str) -> str:
    try:
        return parse_period(cell).code
    except PeriodInvalid as error:
        raise ValueError(cell) from error


def _share(cell: str) -> Decimal:
    share = _number(cell)
    if not 0 <= share <= _WHOLE:
        raise ValueError(cell)
    return share


def _month(cell: str) -> int:
    month = int(cell)
    if not 1 <= month <= _MONTHS:
        raise ValueError(cell)
    return month


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def _or(default: object, converter: Converter) -> Converter:
    return lambda cell: converter(cell) if cell else default


_optional_number = _or(None, _number)

MEASURE: Mapping[str, Converter] = {
    "measure": _identifier,
    "name_vi": _text,
    "unit": _text,
    "accumulation": Accumulation,
    "frequency": Frequency,
    "closes": _closes,
    "decimals": _decimals,
    "better": Better,
    "minimum": _optional_number,
    "maximum": _optional_number,
    "baseline": _optional_number,
    "numerator_vi": str,
    "denominator_vi": str,
    "factor": _optional_number,
    "lead_unit": str,
    "data_source_vi": str,
    "names_seen_vi": _names,
}
TARGET: Mapping[str, Converter] = {
    "target": _code,
    "indicator": _code,
    "group": _text,
    "name_vi": _text,
    "unit": _text,
    "measure": _identifier,
    "horizon": Horizon,
    "year": _years,
    "bound": Bound,
    "value": _number,
    "stretch": _optional_number,
    "tolerance": _optional_number,
    "commitment": _or(Commitment.FIRM, Commitment),
    "path_rule": _or(PathRule.RULE, PathRule),
    "lead_unit": str,
    "joint_units": str,
    "directing_leader": str,
    "officer": str,
}
PLAN: Mapping[str, Converter] = {
    "name_vi": _text,
    "document_number": str,
    "document_date": _or(None, date.fromisoformat),
    "valid_from": date.fromisoformat,
    "baseline_year": _year,
}
COMMUNE: Mapping[str, Converter] = {"commune": _identifier, "name_vi": _text}
YEAR_GOAL: Mapping[str, Converter] = {
    "target": _code,
    "year": _year,
    "value": _number,
    "stretch": _optional_number,
    "assigned_by": _or(Assigner.CITY, Assigner),
}
MILESTONE: Mapping[str, Converter] = {"target": _code, "scenario": _identifier, "period": _period, "value": _number}
PACE: Mapping[str, Converter] = {"target": _code, "month": _month, "share": _share}
STEP: Mapping[str, Converter] = {
    "target": _code,
    "scenario": Scenario,
    "on_date": date.fromisoformat,
    "value": _number,
}
SCENARIO: Mapping[str, Converter] = {"scenario": _identifier, "name_vi": _text, "sector_vi": str}
