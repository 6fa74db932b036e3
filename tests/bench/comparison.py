"""Two things measured in turn, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

#: Does a thing once; how much it took.
Measure = Callable[[], float]


@dataclass(frozen=True)
class Comparison:
    """What the dashboard and its peer took, round by round, in `unit`. `goal`: the most the ratio should be."""

    name: str
    peer_name: str
    unit: str
    goal: float | None = None
    ours: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)

    def run(self, rounds: int, ours: Measure, peer: Measure) -> Comparison:
        """Measures both once a round, first the one, then the other, so that what slows the machine meets both."""
        for number in range(rounds):
            turns = [(self.ours, ours), (self.peer, peer)]
            for found, measure in turns if number % 2 == 0 else reversed(turns):
                found.append(measure())
        return self

    @property
    def ratios(self) -> list[float]:
        return [ours / peer for ours, peer in zip(self.ours, self.peer, strict=True)]


def print_heading() -> None:
    print(f"{'':28}{'beside':24}{'ours':>8}{'peer':>9}    {'ratio':>8}  {'min - max':14}goal")


def print_line(found: Comparison) -> None:
    """Medians, the median of the rounds' ratios with their range, and the goal."""
    ratio, span = median(found.ratios), f"{min(found.ratios):.2f} - {max(found.ratios):.2f}"
    figures = f"{median(found.ours):8,.1f} {median(found.peer):8,.1f} {found.unit:3}"
    goal = "" if found.goal is None else f"≤ {found.goal}  {'met' if ratio <= found.goal else 'missed'}"
    print(f"{found.name:28}{found.peer_name:24}{figures}{ratio:7.2f}×  {span:14}{goal}", flush=True)
