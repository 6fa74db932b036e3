"""Where values and categories stand: round steps up the side, names along the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from math import floor, log10

from indicators.numbers import format_exact, printed
from indicators.pictures.typeface import width_mm

_MOST_STEPS = 5
_BETWEEN_NAMES_MM = 1.2


@dataclass(frozen=True)
class Scale:
    """From `low` to `high`, in the chart's unit; `steps`: the round values between."""

    low: float
    high: float
    steps: tuple[Decimal, ...]

    def height(self, value: Decimal | float) -> float:
        """0 at the foot, 1 at the top."""
        return (float(value) - self.low) / (self.high - self.low)

    @property
    def labels_vi(self) -> list[str]:
        return [printed(format_exact(step)) for step in self.steps]


def scale_of(values: Sequence[Decimal], *, from_zero: bool) -> Scale:
    """The scale that holds the values with some room around; `from_zero`: of totals, which begin at nothing."""
    low, high = float(min(values)), float(max(values))
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low) * 0.08 or abs(high) * 0.05 or 1.0
    foot = low if from_zero and low == 0 else low - room
    return Scale(foot, high + room, _steps(foot, high + room))


def _steps(low: float, high: float) -> tuple[Decimal, ...]:
    """Multiples of 1, 2 or 5 times a power of ten: at most five, exact."""
    power = floor(log10((high - low) / _MOST_STEPS))
    sizes = (Decimal(size).scaleb(power) for size in (1, 2, 5, 10, 20))
    for size in sizes:
        first, last = -floor(-Decimal(repr(low)) / size), floor(Decimal(repr(high)) / size)
        if last - first < _MOST_STEPS:
            return tuple(size * number for number in range(first, last + 1))
    return ()


def year_of(category_vi: str) -> str:
    """'2026' of 'Quý I/2026': what a category's name ends with says its year."""
    return category_vi[-4:]


def named(categories_vi: Sequence[str], room_mm: float, size: float) -> list[int]:
    """Which categories have room for their names: all, else the last of every year, else as many of these as fit,
    counted from the end."""
    every = list(range(len(categories_vi)))
    year_ends = [list(same)[-1] for _, same in groupby(every, key=lambda place: year_of(categories_vi[place]))]
    widest = max(width_mm(line, size) for name in categories_vi for line in name_lines(name)) + _BETWEEN_NAMES_MM
    apart = room_mm / max(len(every) - 1, 1)
    for places in (every, year_ends, *(year_ends[::-1][::step][::-1] for step in range(2, len(year_ends)))):
        gaps = [later - sooner for sooner, later in pairwise(places)]
        if all(gap * apart >= widest for gap in gaps):
            return places
    return every[-1:]


def name_lines(category_vi: str) -> list[str]:
    """A period on two lines: 'Quý I', '2026'."""
    period, slash, year = category_vi.rpartition("/")
    return [period, year] if slash else [category_vi]
