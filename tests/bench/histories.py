"""Histories whose future is known: each a commune, with a line of values up to a quarter and what came after it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import pi, sin

#: The last quarter that the forecast sees, and its month counted from January 2026.
ASKED, ASKED_MONTH = "2028-Q2", 30
HORIZON_MONTH = 60  # December 2030
SEED = 2026

_SHARES = (0.05, 0.1, 0.2, 0.28, 0.36, 0.45, 0.52, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class History:
    """`values` by period, `truth` at the horizon and `naive`, what is forecast by the last value alone."""

    values: Mapping[str, float]
    truth: float
    naive: float


@dataclass(frozen=True)
class Kind:
    """Histories alike, and the measure and target that they are about."""

    name: str
    accumulation: str
    horizon: str
    last_year: int
    make: Callable[[random.Random], History]


def linear(chance: random.Random) -> History:
    return _on_line(chance, lambda month: 0.0)


def seasonal(chance: random.Random) -> History:
    """A wave of a year's length, at its height in December."""
    height = chance.uniform(1, 3)
    return _on_line(chance, lambda month: height * sin(2 * pi * (month - 9) / 12))


def jumping(chance: random.Random) -> History:
    """The level changes once, among the quarters that are seen."""
    at, height = chance.choice(range(12, 28)), chance.choice((-1, 1)) * chance.uniform(4, 10)
    return _on_line(chance, lambda month: height * (month > at))


def growing(chance: random.Random) -> History:
    """Growth rates about a rate of their own; the truth is the geometric mean of the five years."""
    rate, noise = chance.uniform(5, 20), chance.uniform(0.5, 2)
    said = {month: round(chance.gauss(rate, noise), 2) for month in range(3, HORIZON_MONTH + 1, 3)}
    product = 1.0
    for month in range(12, HORIZON_MONTH + 1, 12):
        product *= 1 + said[month] / 100
    seen = {_quarter(month): value for month, value in said.items() if month <= ASKED_MONTH}
    return History(seen, (product ** (1 / 5) - 1) * 100, said[ASKED_MONTH])


def filling(chance: random.Random) -> History:
    """A total that comes in by an even pace with noise; the last value alone repeats the last month's increment."""
    months = [chance.gauss(50, 12) for _ in range(12)]
    reached = [round(sum(months[:month]), 2) for month in range(1, 13)]
    return History(_months(2028, reached[:6]), reached[11], reached[5] + 6 * (reached[5] - reached[4]))


def filling_as_before(chance: random.Random) -> History:
    """A total that comes in unevenly, alike in every year; the last value alone is the total of the year before."""
    rate = chance.uniform(400, 600)
    values: dict[str, float] = {}
    for year in range(2025, 2029):
        yearly = rate * (1 + 0.05 * (year - 2025)) * chance.gauss(1, 0.05)
        before, reached = 0.0, list[float]()
        for share in _SHARES:
            step = share - before
            reached.append(chance.gauss(yearly * step, 20 * step**0.5) + (reached[-1] if reached else 0))
            before = share
        totals = [round(total, 2) for total in reached]
        values |= _months(year, totals if year < 2028 else totals[:6])
    return History(values, totals[11], values["2027-12"])


KINDS = (
    Kind("linear", "level", "by_year", 2030, linear),
    Kind("seasonal", "level", "by_year", 2030, seasonal),
    Kind("a jump", "level", "by_year", 2030, jumping),
    Kind("mean growth", "growth", "average", 2030, growing),
    Kind("even total", "year_to_date", "each_year", 2030, filling),
    Kind("uneven total", "year_to_date", "each_year", 2030, filling_as_before),
)


def histories(kind: Kind, count: int) -> Iterator[History]:
    """The same for the same kind and count."""
    chance = random.Random(f"{SEED} {kind.name}")
    for _ in range(count):
        yield kind.make(chance)


def _on_line(chance: random.Random, beside: Callable[[int], float]) -> History:
    """The last 4 to 10 quarters before the question, on a line with gaussian noise."""
    start, slope, noise = chance.uniform(100, 200), chance.uniform(-1, 1), chance.uniform(0.5, 4)

    def value(month: int) -> float:
        return round(chance.gauss(start + slope * month + beside(month), noise), 2)

    seen = range(ASKED_MONTH - 3 * chance.randint(3, 9), ASKED_MONTH + 1, 3)
    values = {_quarter(month): value(month) for month in seen}
    return History(values, value(HORIZON_MONTH), values[ASKED])


def _quarter(month: int) -> str:
    return f"{2026 + (month - 1) // 12}-Q{(month - 1) % 12 // 3 + 1}"


def _months(year: int, reached: list[float]) -> dict[str, float]:
    return {f"{year}-{month:02}": value for month, value in enumerate(reached, start=1)}
