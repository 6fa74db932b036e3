"""Statuses as a reader meets them: a word, a symbol and a tone; never the colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a status means at a glance; each has a colour in the look of the pages."""

    BAD = "bad"
    LATE = "late"
    MISSING = "missing"
    GOOD = "good"
    BEST = "best"
    WAITING = "waiting"


@dataclass(frozen=True)
class StatusWords:
    """`word`: the full status; `symbol`: one character every font has."""

    word: str
    symbol: str
    tone: Tone
    needs_attention: bool = False


#: The worst first (design, section 3); the last two count only where there is nothing else.
STATUSES: dict[str, StatusWords] = {
    "not_met": StatusWords("Không đạt", "✕", Tone.BAD, True),
    "off_track": StatusWords("Có nguy cơ không đạt", "◆", Tone.BAD, True),
    "no_report": StatusWords("Chưa báo cáo", "?", Tone.MISSING, True),
    "behind": StatusWords("Chậm tiến độ", "▼", Tone.LATE, True),
    "no_baseline": StatusWords("Chưa có số liệu năm gốc", "○", Tone.MISSING),
    "on_track": StatusWords("Đúng tiến độ", "●", Tone.GOOD),
    "exceeded": StatusWords("Vượt tiến độ", "▲", Tone.BEST),
    "met": StatusWords("Đạt", "✓", Tone.GOOD),
    "met_exceeded": StatusWords("Vượt", "★", Tone.BEST),
    "not_due": StatusWords("Chưa đến kỳ đánh giá", "–", Tone.WAITING),
    "suspended": StatusWords("Tạm dừng đánh giá", "‖", Tone.WAITING),
}

_RANK = {status: rank for rank, status in enumerate(STATUSES)}


def rank(status: str) -> int:
    """The place of a status when the worst come first."""
    return _RANK[status]


def counts(statuses: Iterable[str]) -> dict[str, int]:
    """How many there are of each status that occurs, the worst first."""
    found = list(statuses)
    return {status: found.count(status) for status in STATUSES if status in found}


@dataclass(frozen=True)
class Tally:
    """Statuses as officials count them: 'đạt và vượt X/22, không đạt Y/22'; `unjudged` are the others."""

    reached: int
    missed: int
    unjudged: int

    @property
    def total(self) -> int:
        return self.reached + self.missed + self.unjudged


_REACHED = ("on_track", "exceeded", "met", "met_exceeded")
_MISSED = ("behind", "off_track", "not_met")


def tally(statuses: Iterable[str]) -> Tally:
    """How many reach what is asked of them by then, how many do not, and how many nobody can say it of."""
    found = counts(statuses)
    reached, missed = (sum(found.get(status, 0) for status in some) for some in (_REACHED, _MISSED))
    return Tally(reached, missed, sum(found.values()) - reached - missed)
