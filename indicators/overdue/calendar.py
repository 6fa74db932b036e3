"""The calendar of deadlines (.ics, RFC 5545): a whole day a unit and period, to be opened in any calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from indicators.overdue.asking import Row, names_of
from indicators.periods import parse_period
from indicators.wording import overdue as words
from indicators.wording.periods import period_vi
from indicators.wording.screens import capitalised, date_vi

#: How many days before the deadline a calendar reminds, at this hour of the morning.
ALARM_DAYS, ALARM_HOUR = 3, 8

_PRODUCT = "-//Bang theo doi chi tieu//Han gui bao cao//VI"


def build_calendar(rows: Iterable[Row], commune: str, commune_name: str, made_at: datetime) -> bytes:
    """The .ics of these rows of `overdue.deadlines`. `made_at`, UTC, is its DTSTAMP; an event keeps its UID for good,
    so that a calendar that takes the file in again changes it instead of adding another."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.CALENDAR_NAME.format(commune=capitalised(commune_name)))
    for row in rows:
        calendar.add_component(_event(row, commune, made_at))
    return bytes(calendar.to_ical())


def _event(row: Row, commune: str, made_at: datetime) -> Event:
    unit, period = words.unit_vi(row["lead_unit"]), period_vi(parse_period(row["period"]))
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{commune}/{row['lead_unit']}/{row['period']}")))
    event.add("dtstamp", made_at.replace(tzinfo=UTC, microsecond=0))
    event.add("dtstart", row["deadline_on"])
    event.add("dtend", row["deadline_on"] + timedelta(days=1))
    event.add("summary", words.EVENT.format(period=period, unit=unit, count=row["due_count"]))
    event.add("description", _detail(row))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(words.ALARM.format(days=ALARM_DAYS, period=period, unit=unit)))
    return event


def _detail(row: Row) -> str:
    names = "; ".join(names_of(row["asked"]))
    return words.EVENT_DETAIL.format(day=date_vi(row["deadline_on"]), names=names)


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", timedelta(hours=ALARM_HOUR) - timedelta(days=ALARM_DAYS))
    return alarm
