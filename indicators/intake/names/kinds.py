"""The kind of quantity that a name says: a share of a whole, a rate of growth, a ratio, an amount, a count."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from indicators.catalogue import Accumulation, Measure
from indicators.intake.names.normal import words_of

_LONGEST = 200


class Quantity(StrEnum):
    STRUCTURE = "structure"
    RATE = "rate"
    SHARE = "share"
    AMOUNT = "amount"
    COUNT = "count"


_WORDS = re.compile(
    r"(?P<structure>\bco cau\b|\bt[iy] trong\b)|(?P<rate>\btoc do\b|(?<!ha )(?<!nen )(?<!bao )\btang\b)"
    r"|(?P<share>\bt[iy] le\b|\bphan tram\b|\bso voi\b)"
    r"|(?P<amount>\bgia tri\b|\bgt ?s[xp]\b|\btong san pham\b|\bdoanh thu\b|\bkim ngach\b)"
    r"|(?P<count>^(?:tong )?so(?: luong)?\b(?! voi| lieu))"
)
_GROWS = re.compile(r"\bt[iy] le tang\b")


def quantity_of(name: str) -> Quantity | None:
    """What the first word of this sort in a name says; None where it says nothing."""
    return _said(name[:_LONGEST])


@lru_cache(maxsize=20_000)
def _said(name: str) -> Quantity | None:
    words = words_of(name)
    match = _WORDS.search(words)
    if match is None:
        return Quantity.SHARE if "%" in name else None
    return Quantity.RATE if _GROWS.search(words) else Quantity(str(match.lastgroup))


def contradicts(said: Quantity | None, measure: Measure, *, has_unit: bool) -> bool:
    """Whether a quantity cannot be the measure's. Growth and shares are both in percent: there the unit proves nothing;
    elsewhere a row with a unit is told by it."""
    if said is None or measure.is_yes_no:
        return False
    if measure.accumulation is Accumulation.GROWTH:
        return said is not Quantity.RATE
    if has_unit:
        return False
    return (said in {Quantity.AMOUNT, Quantity.COUNT}) == measure.is_percent
