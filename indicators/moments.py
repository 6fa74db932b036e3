"""Moments: stored in UTC without a zone, read and shown in Asia/Ho_Chi_Minh (UTC+7, no summer time since 1975)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

#: Recorded before everything else: the catalogue's first word holds for any `as_of` (design, section 4).
BEGINNING = datetime(2020, 12, 31, 17)
#: After everything: as of then all that was ever recorded is known.
END = datetime(9999, 12, 31)


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
