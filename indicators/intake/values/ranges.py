"""Whether a number can be a measure's at all."""

from __future__ import annotations

from decimal import Decimal

from indicators.catalogue import Measure
from indicators.intake.values.outcome import Wrong
from indicators.intake.values.stored import LARGEST, plain
from indicators.numbers import MOST_DECIMALS, round_half_up
from indicators.wording.issues.values import range_vi


def in_range(number: Decimal, measure: Measure) -> Decimal | Wrong:
    """The number with four decimals, a half rounded up, or what forbids it: the measure's range, or a part of what only
    comes whole."""
    low, high = measure.minimum, measure.maximum
    if abs(number) >= LARGEST:
        return Wrong("out_of_range", {"text": plain(number), "range": range_text(measure)})
    value = round_half_up(number, MOST_DECIMALS)
    if (low is not None and value < low) or (high is not None and value > high):
        return Wrong("out_of_range", {"text": plain(value), "range": range_text(measure)})
    if measure.decimals == 0 and value != value.to_integral_value():
        return Wrong("fraction_not_allowed", {"text": plain(value)})
    return value


def range_text(measure: Measure) -> str:
    """'từ 0 đến 100 %' with the unit; an open end is left out."""
    low, high = (plain(end) if end is not None else "" for end in (measure.minimum, measure.maximum))
    return range_vi(low, high, measure.unit)
