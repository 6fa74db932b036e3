"""The reminder letter ('công văn đôn đốc'): to one unit or to all that owe something; facts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from indicators.moments import is_day_end
from indicators.overdue.asking import Row, names_of
from indicators.periods import parse_period
from indicators.reports.letterhead import letterhead_of
from indicators.reports.letterhead_fields import letterhead_fields
from indicators.reports.model import Letterhead
from indicators.settings import TEMPLATES, Settings
from indicators.wording import overdue as words
from indicators.wording.looking_back import moment_vi
from indicators.wording.periods import period_vi
from indicators.wording.screens import date_vi

TEMPLATE = "cong_van_don_doc.docx"


@dataclass(frozen=True)
class Reminder:
    """What a letter says. `rows`: of `overdue.overdue`, of the units it goes to; `on`: the day of the question;
    `as_of`: up to when uploads are known, UTC; `is_demonstration`: what is said of them is invented."""

    letterhead: Letterhead
    rows: Sequence[Row]
    on: date
    as_of: datetime
    is_demonstration: bool = False

    @property
    def units(self) -> list[str]:
        """Those it goes to, in the rows' order; what nobody leads has none to write to and is named last."""
        return sorted(dict.fromkeys(row["lead_unit"] for row in self.rows), key=lambda unit: unit == "")


def letterhead_of_letter(settings: Settings, commune_name_vi: str, dated: date | None = None) -> Letterhead:
    """The commune's letterhead as a letter has it."""
    return letterhead_of(settings, commune_name_vi, symbol=words.SYMBOL, recipients_vi=words.RECIPIENTS, dated=dated)


def letter_document(reminder: Reminder, templates: Path = TEMPLATES) -> bytes:
    """The .docx by the office's template in the folder `templates`; the same reminder gives the same bytes. Raises
    TemplateInvalid; ValueError where nothing is overdue: there is no such letter."""
    if not reminder.rows:
        raise ValueError("nothing is overdue")
    # Only who writes a letter loads what writes it.
    from indicators.reports.template_filling import Properties, fill_template  # noqa: PLC0415

    fields = letterhead_fields(reminder.letterhead) | {
        "trich_yeu": words.SUBJECT,
        "kinh_gui": "; ".join(words.unit_vi(unit) for unit in reminder.units),
        "noi_dung": list(_paragraphs(reminder)),
    }
    properties = Properties(words.SUBJECT.capitalize(), reminder.letterhead.agency_vi, reminder.as_of)
    return fill_template(templates / TEMPLATE, fields, properties, is_demonstration=reminder.is_demonstration)


def _paragraphs(reminder: Reminder) -> Iterator[str]:
    units = reminder.units
    addressed = words.unit_vi(units[0]) if len(units) == 1 else words.ADDRESSED_UNITS
    yield words.OPENING.format(
        day=date_vi(reminder.on),
        known=moment_vi(_to_the_minute(reminder.as_of)),
        units=addressed,
        count=sum(row["due_count"] - row["came_count"] for row in reminder.rows),
    )
    for number, unit in enumerate(units, start=1):
        if len(units) > 1:
            yield words.UNIT_HEADING.format(number=number, unit=words.unit_vi(unit))
        yield from _owed([row for row in reminder.rows if row["lead_unit"] == unit])
    yield words.REQUEST.format(units=addressed)


def _to_the_minute(moment: datetime) -> datetime:
    return moment if is_day_end(moment) else moment.replace(second=0, microsecond=0)


def _owed(rows: Sequence[Row]) -> Iterator[str]:
    """What a unit owes: a paragraph for the same measures, with every period in which they are missing."""
    by_names: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        by_names.setdefault(tuple(names_of(row["missing"])), []).append(row)
    for names, owed in by_names.items():
        yield words.OWED.format(names="; ".join(names), periods="; ".join(map(_period, owed)))
    for row in rows:
        if row["provisional"]:
            names_vi = "; ".join(names_of(row["provisional"]))
            yield words.PROVISIONAL.format(period=period_vi(parse_period(row["period"])), names=names_vi)


def _period(row: Row) -> str:
    return words.OWED_PERIOD.format(
        period=period_vi(parse_period(row["period"])), deadline=date_vi(row["deadline_on"]), days=row["late_days"]
    )
