"""How each thing in a picture looks: the colours of drawing/look.py and of serving/assets/dashboard.css."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import cycle

from indicators.drawing import look
from indicators.reports.model import Chart, Role, Series
from indicators.wording.statuses import STATUSES, Tone

#: A picture as wide as half a page has smaller type.
HALF_PAGE_MM = 110


@dataclass(frozen=True)
class Type:
    """Sizes in points, and the height of a line of text in millimetres."""

    text: float
    title: float
    line_mm: float

    @property
    def half_mm(self) -> float:
        """How far below the middle of a figure its base line is."""
        return self.text * 0.12


def type_for(width_mm: float) -> Type:
    return Type(7.5, 8.5, 3.3) if width_mm < HALF_PAGE_MM else Type(9.0, 10.5, 3.9)


@dataclass(frozen=True)
class Look:
    """`sign`: of its points, '' for none."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    sign: str = ""
    is_hollow: bool = False


_LOOKS = {
    Role.ACTUAL: Look(look.NAVY, 1.6, sign="o"),
    Role.ESTIMATE: Look(look.NAVY, 1.6, sign="o", is_hollow=True),
    Role.FLOOR: Look(look.PATH, 1.2, (5, 2.4)),
    Role.STRETCH: Look(look.STRETCH, 1.2, (1.6, 1.6)),
    Role.FORECAST: Look(look.FORECAST, 1.2, (3, 1.8), sign="D", is_hollow=True),
    Role.GOAL: Look(look.GOAL, 0.8, (1, 1.8)),
    Role.SCENARIO: Look(look.SCENARIOS[0], 1.2, (7, 2, 1.5, 2)),
    Role.BASELINE: Look(look.NAVY, 0, sign="s"),
}
_COLOURS = {
    Tone.BAD: look.GOAL,
    Tone.LATE: "#f2b84b",
    Tone.MISSING: look.VERSION,
    Tone.GOOD: "#2b9a6c",
    Tone.BEST: look.STRETCH,
    Tone.WAITING: "#cdd5de",
}
_DARK_ON = {Tone.LATE, Tone.WAITING}


def look_of(series: Series) -> Look:
    """A path that a document approved is drawn through; to what stands alone leads no line."""
    shown = _LOOKS[series.role]
    if series.is_fixed:
        return replace(shown, dash=())
    return replace(shown, width=0) if series.stands_alone else shown


def looks_of(chart: Chart) -> list[Look]:
    """The look of each series; of the office's own scenarios each has a colour of its own."""
    colours = cycle(look.SCENARIOS)
    return [
        replace(look_of(series), colour=next(colours)) if series.role is Role.SCENARIO else look_of(series)
        for series in chart.series
    ]


def colour_of(status: str) -> str:
    return _COLOURS[STATUSES[status].tone]


def ink_on(status: str) -> str:
    """What can be read on a status's colour."""
    return look.INK if STATUSES[status].tone in _DARK_ON else "white"
