"""Moments: stored in UTC without a zone, read and shown in Asia/Ho_Chi_Minh (UTC+7, no summer time since 1975)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

#: Recorded before everything else: the catalogue's first word holds for any `as_of` (design, section 4).
BEGINNING = datetime(2020, 12, 31, 17)
#: After everything: as of then all that was ever recorded is known.
END = datetime(9999, 12, 31)

_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
_VIETNAMESE = re.compile(rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{4}})(?: +({_CLOCK}))?")


@dataclass(frozen=True)
class Moment:
    """A moment (UTC) as of which something is shown; `is_past`: it is looked back to, and is not simply now."""

    as_of: datetime
    is_past: bool = False


def to_stored(moment: datetime) -> datetime:
    """The moment in UTC without its zone, as the store keeps it; without a zone it is read as Vietnamese time."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)).astimezone(UTC).replace(tzinfo=None)


def to_local(stored: datetime) -> datetime:
    """A stored moment as Vietnamese time, with its zone."""
    return stored.replace(tzinfo=UTC).astimezone(VIETNAM)


def parse_as_of(text: str) -> datetime:
    """The stored form of an ISO date (its end in Vietnam) or an ISO moment. Raises ValueError, also
    where it lies before 2021, when nothing was known."""
    moment = datetime.fromisoformat(text.strip())
    if len(text.strip()) <= len("2026-10-05"):
        moment = datetime.combine(moment.date(), time.max)
    if not BEGINNING.year < moment.year < END.year:
        raise ValueError(text)
    return to_stored(moment)


def parse_looked_back(text: str) -> datetime:
    """As `parse_as_of`, and as officials write it: 05/10/2026, 5-10-2026, 5.10.2026, 05/10/2026 08:30. Raises
    ValueError."""
    written = _VIETNAMESE.fullmatch(text.strip())
    if written is None:
        return parse_as_of(text)
    day, month, year, clock = written.groups()
    on = date(int(year), int(month), int(day)).isoformat()
    return parse_as_of(f"{on}T{clock}" if clock else on)


def as_of_text(moment: datetime) -> str:
    """The shortest text that `parse_as_of` reads as this moment: its day in Vietnam where it is that day's end."""
    local = to_local(moment).replace(tzinfo=None)
    return local.date().isoformat() if is_day_end(moment) else local.isoformat()


def is_day_end(moment: datetime) -> bool:
    """Whether the moment is the last one of a day in Vietnam."""
    return to_local(moment).time() == time.max


def day_end(day: date) -> datetime:
    """The last moment of a day in Vietnam, as the store keeps it."""
    return to_stored(datetime.combine(day, time.max))
