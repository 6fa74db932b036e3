"""What is known already, and when a new value stands too far from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from indicators.catalogue import Accumulation, Measure
from indicators.intake.model import Past
from indicators.periods import Period, parse_period

_FAR_POINTS = Decimal(5)  # percentages and whole numbers near zero double easily: below this, nothing is far
_FAR_UNITS = Decimal(3)
_FAR_PACE = 3
_INDEX_FROM = Decimal(50)  # percent: no commune grows by half, and none shrinks by half
_SETTLED, _HALF_A_YEAR = 3, 6  # months


@dataclass(frozen=True)
class Known:
    """A value known for a period."""

    period: Period
    value: Decimal


def known_values(past: Past | None, measure: Measure) -> list[Known]:
    return [Known(parse_period(code), value) for code, value in (past or {}).get(measure.measure, ())]


def far_from(measure: Measure, period: Period, value: Decimal, known: Sequence[Known]) -> Known | None:
    """The nearest known value that `value` stands far from; None where it does not, or nothing is known.

    Far is more than half of it away, three times what the known values differ among themselves, and never less than
    five points or three units. What counts from January is compared by its pace a month: far is thrice, or a third; a
    slow start says nothing, so that neither side of it is a month or two, nor the slower one less than half a year,
    unless both are of the same months.
    """
    others = [entry for entry in known if entry.period != period]
    if not others or measure.is_yes_no:
        return None
    nearest = min(others, key=lambda entry: (abs(entry.period.end_month - period.end_month), -entry.period.end_month))
    if measure.accumulation is Accumulation.YEAR_TO_DATE:
        return nearest if _is_far_pace(period, value, others) else None
    spread = max(entry.value for entry in others) - min(entry.value for entry in others)
    floor = _FAR_POINTS if measure.is_percent else _FAR_UNITS if measure.decimals == 0 else Decimal(0)
    return nearest if abs(value - nearest.value) > max(abs(nearest.value) / 2, 3 * spread, floor) else None


def may_be_index(measure: Measure, value: Decimal) -> bool:
    """Whether a growth may be the index against the same period of the year before, where 100 is no change."""
    return measure.accumulation is Accumulation.GROWTH and measure.is_percent and value >= _INDEX_FROM


def below_earlier(measure: Measure, period: Period, value: Decimal, known: Sequence[Known]) -> Known | None:
    """An earlier value of the same year that a year-to-date `value` fell below: it can only grow."""
    if measure.accumulation is not Accumulation.YEAR_TO_DATE:
        return None
    earlier = [
        entry for entry in known if entry.period.year == period.year and entry.period.end_month < period.end_month
    ]
    higher = [entry for entry in earlier if entry.value > value]
    return max(higher, key=lambda entry: entry.period.end_month, default=None)


def _is_far_pace(period: Period, value: Decimal, others: Sequence[Known]) -> bool:
    counted = [entry for entry in others if entry.value > 0]
    alike = [entry for entry in counted if entry.period.last_month == period.last_month]
    settled = [entry for entry in counted if entry.period.last_month >= _SETTLED]
    slowest = _paces(alike if period.last_month < _HALF_A_YEAR else [*alike, *settled])
    fastest = _paces([*alike, *settled])
    pace = Fraction(value) / period.last_month
    return bool(fastest and pace > _FAR_PACE * max(fastest)) or bool(slowest and pace * _FAR_PACE < min(slowest))


def _paces(entries: Sequence[Known]) -> list[Fraction]:
    return [Fraction(entry.value) / entry.period.last_month for entry in entries]
