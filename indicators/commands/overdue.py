"""Who has not reported: the list, the reminder letter, the calendar of deadlines."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from indicators import console
from indicators.catalogue import load_catalogue
from indicators.commands.judging import commune_with_plan
from indicators.commands.opening import now, opened_existing, write_file
from indicators.console import Refusal
from indicators.moments import to_local
from indicators.overdue import Row, build_calendar, calendar_deadlines, due_next, overdue, units_asked
from indicators.overdue.letter import Reminder, letter_document, letterhead_of_letter
from indicators.settings import CATALOGUE, Settings
from indicators.store import Store
from indicators.wording import overdue as words
from indicators.wording.screens import date_vi


@dataclass(frozen=True)
class _Asked:
    """`unit`: whose reports, None for everybody's."""

    store: Store
    commune: str
    on: date
    as_of: datetime
    unit: str | None

    @property
    def commune_name(self) -> str:
        return str(next(row["name_vi"] for row in self.store.rows("communes") if row["commune"] == self.commune))

    def of_unit(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if self.unit in (None, row["lead_unit"])]


def overdue_on(arguments: argparse.Namespace, settings: Settings) -> int:
    """What is overdue on a day and what is due next; with --letter and --calendar also as files. Without a day: that of
    the moment of the figures."""
    catalogue = load_catalogue(CATALOGUE)
    as_of = arguments.as_of or now()
    on = arguments.on or to_local(as_of).date()
    with opened_existing(arguments.store, settings, catalogue) as store:
        commune = commune_with_plan(store, catalogue, arguments.commune or settings.default_commune)
        asked = _Asked(store, commune, on, as_of, _unit(arguments.unit, units_asked(store, commune, as_of)))
        of_day = (store, commune, on, as_of)
        owed = asked.of_unit(overdue(*of_day))
        if arguments.letter:
            _write_letter(arguments.letter, asked, owed, settings)
        if arguments.calendar:
            _write_calendar(arguments.calendar, asked)
        console.say_overdue(owed, asked.of_unit(due_next(*of_day)), on, as_json=arguments.json)
    return 0


def _unit(text: str | None, known: list[str]) -> str | None:
    """The unit as the plan writes it. Raises Refusal where it has none of that name."""
    if text is None:
        return None
    for unit in known:
        if text.strip().casefold() in (unit.casefold(), words.unit_vi(unit).casefold()):
            return unit
    raise Refusal.of_use(words.UNIT_UNKNOWN.format(unit=text, units="; ".join(map(words.unit_vi, known))))


def _write_letter(file: Path, asked: _Asked, owed: list[Row], settings: Settings) -> None:
    """Raises Refusal where nothing is overdue: a letter that reminds of nothing is not written."""
    if not owed:
        units = words.ALL_UNITS if asked.unit is None else words.unit_vi(asked.unit)
        raise Refusal("nothing_overdue", words.NO_LETTER.format(day=date_vi(asked.on), units=units), console.REFUSED)
    letterhead = letterhead_of_letter(settings, asked.commune_name)
    is_demonstration = bool(asked.store.rows("demonstration")[0]["is_demonstration"])
    reminder = Reminder(letterhead, owed, asked.on, asked.as_of, is_demonstration)
    write_file(file, letter_document(reminder, settings.templates))
    console.say_aside(words.LETTER_WRITTEN.format(file=file))


def _write_calendar(file: Path, asked: _Asked) -> None:
    rows = asked.of_unit(calendar_deadlines(asked.store, asked.commune, asked.on, asked.as_of))
    write_file(file, build_calendar(rows, asked.commune, asked.commune_name, asked.as_of))
    console.say_aside(words.CALENDAR_WRITTEN.format(count=len(rows), file=file))
