"""A page's view: the open record, and what the address asks of it (commune, period, scenario, people, order).

What an address asks for and cannot have falls back, with a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import streamlit as st

from indicators.catalogue import CommuneCatalogue
from indicators.drawing.frame import frame, notices
from indicators.drawing.html import join
from indicators.drawing.looking_back import moment_bar
from indicators.drawing.people import of_people, people_of
from indicators.drawing.shown import Shown
from indicators.errors import PeriodInvalid
from indicators.moments import Moment, to_local
from indicators.periods import Kind, Period, all_periods, parse_period
from indicators.progress import Overview
from indicators.store import Row, Store
from indicators.units import COLUMNS
from indicators.wording import screens as words
from indicators.wording import units
from indicators.wording.looking_back import file_name_as_of
from indicators.wording.periods import period_vi
from pages import known
from pages.looking_back import moment_shown
from pages.record import Record, now, open_record

#: What a page's own address says besides the view; another moment leaves it as it is.
_OWN = {
    words.DETAIL: ("target",),
    words.REPORT: ("occasion",),
    words.COMPARE: ("from", "to"),
    words.REVIEW: ("review", "part"),
}


@dataclass(frozen=True)
class View:
    """The open record, what is shown of it, and the moment (UTC) as of which it is shown: that of this run, or the one
    that the address looks back to."""

    record: Record
    shown: Shown
    state: known.State
    as_of: datetime

    @property
    def looks_back(self) -> bool:
        """Whether the moment is past: nothing is written then, and a file says as of when it is."""
        return self.shown.as_of is not None

    def moment_of_file(self) -> datetime:
        """As of when a file is made that is asked for after the page was drawn."""
        return self.as_of if self.looks_back else now()

    def file_name(self, name: str) -> str:
        """A file's name, which says its moment where the view looks back."""
        return file_name_as_of(name, self.as_of) if self.looks_back else name

    @property
    def store(self) -> Store:
        return self.record.store

    @property
    def commune(self) -> CommuneCatalogue:
        return self.record.catalogue.by_commune[self.shown.commune]

    @property
    def judged(self) -> Overview:
        """Everything judged in the period shown."""
        return known.overview(self.store, self.state, self.shown.period.code, self.shown.scenario, self.as_of)

    @property
    def forecasts(self) -> Mapping[str, Row]:
        """What is to be expected of each target, and what it takes."""
        return known.forecasts(self.store, self.state, self.shown.period.code, self.shown.scenario, self.as_of)


def open_view(page: str) -> View:
    """The view that the address names, with the frame of `page` drawn around it."""
    fallbacks: list[str] = []
    record = open_record()  # before the clock is read: the first visit takes the catalogue in, and shows it
    moment = moment_shown(now(), fallbacks)
    view = _read_address(_known(record, moment), moment, fallbacks)
    bar = moment_bar(page, view.shown, **{name: st.query_params.get(name) for name in _OWN.get(page, ())})
    st.html(join(frame(page, view.shown, is_demonstration=view.record.is_demonstration), bar, notices(fallbacks)))
    return view


def _known(record: Record, moment: Moment) -> Record:
    """The record with the catalogue as the store knows it, also what came by a plan's workbook."""
    states = tuple(known.state_of(record.store, commune, moment) for commune in record.catalogue.by_commune)
    return replace(record, catalogue=known.catalogue(record.store, record.catalogue, states, moment.as_of))


def _read_address(record: Record, moment: Moment, fallbacks: list[str]) -> View:
    commune, as_of = _commune(record, fallbacks), moment.as_of
    state = known.state_of(record.store, commune.commune.commune, moment)
    code = known.latest_period(record.store, state, as_of)
    latest = parse_period(code) if code else None
    today = to_local(as_of).date()
    period = _period(latest or _last_quarter(today), fallbacks)
    scenarios = _scenarios(record, state, period, as_of)
    shown = Shown(
        commune=commune.commune.commune,
        communes={entry.commune.commune: entry.commune.name_vi for entry in record.catalogue.communes},
        period=period,
        latest=latest,
        scenario=_choice("scenario", scenarios, fallbacks),
        order=_choice("order", words.ORDERS, fallbacks),
        baseline_year=commune.plan.baseline_year,
        today=today,
        by=_choice("by", units.PEOPLE, fallbacks),
        scenarios=scenarios,
        as_of=as_of if moment.is_past else None,
    )
    return _of_people(View(record, shown, state, as_of), fallbacks)


def _commune(record: Record, fallbacks: list[str]) -> CommuneCatalogue:
    communes = record.catalogue.by_commune
    default = communes.get(record.settings.default_commune) or record.catalogue.communes[0]
    text = st.query_params.get("commune")
    if text and text not in communes:
        fallbacks.append(words.COMMUNE_FALLBACK.format(text=text, commune=default.commune.name_vi))
    return communes.get(text or "", default)


def _period(default: Period, fallbacks: list[str]) -> Period:
    text = st.query_params.get("period")
    if not text:
        return default
    try:
        return parse_period(text)
    except PeriodInvalid:
        fallbacks.append(words.PERIOD_FALLBACK.format(text=text, period=period_vi(default)))
        return default


def _scenarios(record: Record, state: known.State, period: Period, as_of: datetime) -> dict[str, str]:
    """Those that can be chosen, the default first: the two of every plan, then the office's own by name."""
    own = known.scenarios(record.store, state, period.code, as_of)
    return words.SCENARIOS | {row["scenario"]: units.scenario_vi(row["name_vi"], row["sector_vi"]) for row in own}


def _of_people(view: View, fallbacks: list[str]) -> View:
    """The view of those people whom the address names and who have a target in it, one after the other."""
    for name in COLUMNS:
        text = st.query_params.get(name)
        if not text:
            continue
        if text in people_of(of_people(view.judged.targets, view.shown), name):
            chosen: dict[str, Any] = {name: text}
            view = replace(view, shown=replace(view.shown, **chosen))
        else:
            fallbacks.append(units.PEOPLE_FALLBACK.format(text=text))
    return view


def _choice(name: str, choices: Mapping[str, str], fallbacks: list[str]) -> str:
    """The chosen one of a few; the first where the address has none or another."""
    default = next(iter(choices))
    text = st.query_params.get(name)
    if text and text not in choices:
        fallbacks.append(words.CHOICE_FALLBACK.format(text=text))
    return text if text and text in choices else default


def _last_quarter(today: date) -> Period:
    """The quarter that ended last, of those there are: the one to report on in an empty store."""
    first, *others = (period for period in all_periods() if period.kind is Kind.QUARTER)
    return max((period for period in others if period.ends_on() < today), key=Period.ends_on, default=first)
