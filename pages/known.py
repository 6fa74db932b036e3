"""What the views share and need again and again: judged once a day and state of the ledger, then kept.

A judgement changes with what is recorded and, at midnight in Vietnam, with the day (deadlines, years that close). Both
are part of the key, so nothing has to be forgotten by hand. Whatever comes to change a judgement while the process runs
must move `ledger_head`. A moment that is looked back to is part of the key itself: two moments of one day can differ
where the counts are equal (a year closes with the last moment of its day, rows may be committed out of turn).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import streamlit as st

from indicators import forecasts as outlook
from indicators import overdue, progress, two_moments, units
from indicators import scenarios as growth_scenarios
from indicators.catalogue import Catalogue
from indicators.milestones import milestones_of_year
from indicators.moments import Moment, to_local
from indicators.periods import parse_period
from indicators.plans import fixed, known_catalogue
from indicators.plans.fixed import YearOfPath
from indicators.reports import Asked, Letterhead, Occasion, Report, build_report
from indicators.store import Row, Store

_MOST_KEPT = 200


@dataclass(frozen=True)
class State:
    """A commune's record as it stands today, or stood at `moment`; equal states give equal judgements."""

    commune: str
    day: date
    head: tuple[int, ...]
    moment: datetime | None = None


def state_of(store: Store, commune: str, moment: Moment) -> State:
    head = store.rows("ledger_head", commune=commune, as_of=moment.as_of)[0]
    day = to_local(moment.as_of).date()
    return State(commune, day, tuple(head.values()), moment.as_of if moment.is_past else None)


@st.cache_resource(max_entries=10, show_spinner=False, hash_funcs={State: repr})
def catalogue(_store: Store, _files: Catalogue, states: tuple[State, ...], _as_of: datetime) -> Catalogue:
    """`plans.known_catalogue`: what a plan's workbook brought is known beside what the files say."""
    return known_catalogue(_store, _files, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def overview(_store: Store, state: State, period: str, scenario: str, _as_of: datetime) -> progress.Overview:
    """`progress.overview`."""
    return progress.overview(_store, state.commune, period, _as_of, scenario)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def courses(_store: Store, state: State, _as_of: datetime) -> Mapping[str, Sequence[tuple[int, Decimal]]]:
    """`progress.trends`."""
    return progress.trends(_store, state.commune, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def latest_period(_store: Store, state: State, _as_of: datetime) -> str | None:
    """`progress.latest_period_with_data`."""
    return progress.latest_period_with_data(_store, state.commune, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def scenarios(_store: Store, state: State, period: str, _as_of: datetime) -> list[Row]:
    """`progress.scenarios_in_force`."""
    return progress.scenarios_in_force(_store, state.commune, period, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def judged_in_year(_store: Store, state: State, year: int, scenario: str, _as_of: datetime) -> units.Judged:
    """`units.judged_in_year`."""
    return units.judged_in_year(_store, state.commune, year, _as_of, scenario)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def reports_of_year(_store: Store, state: State, year: int, _as_of: datetime) -> Sequence[units.Row]:
    """`units.reports_of_year`."""
    return units.reports_of_year(_store, state.commune, year, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def path(_store: Store, state: State, target: str, _as_of: datetime) -> list[Row]:
    """`progress.path_of_target`."""
    return progress.path_of_target(_store, state.commune, target, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def milestones(_store: Store, state: State, year: int, scenario: str, _as_of: datetime) -> list[Row]:
    """`milestones.milestones_of_year`."""
    return milestones_of_year(_store, state.commune, year, _as_of, scenario)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def scenarios_of_target(_store: Store, state: State, target: str, period: str, _as_of: datetime) -> list[Row]:
    """`scenarios.scenarios_of_target`."""
    return growth_scenarios.scenarios_of_target(_store, state.commune, target, period, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def scenario_paths(_store: Store, state: State, target: str, _as_of: datetime) -> list[Row]:
    """`scenarios.scenario_paths`."""
    return growth_scenarios.scenario_paths(_store, state.commune, target, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def versions(_store: Store, state: State, target: str, _as_of: datetime) -> list[Row]:
    """`scenarios.versions_of_target`."""
    return growth_scenarios.versions_of_target(_store, state.commune, target, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def forecasts(_store: Store, state: State, period: str, scenario: str, _as_of: datetime) -> dict[str, Row]:
    """`forecasts.forecasts`, by target."""
    return {row["target"]: row for row in outlook.forecasts(_store, state.commune, period, _as_of, scenario)}


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def differences(
    _store: Store, state: State, earlier: datetime, later: datetime | None, period: str, scenario: str, _as_of: datetime
) -> two_moments.Differences:
    """`two_moments.differences`, up to the state's own moment where `later` is None."""
    return two_moments.differences(_store, state.commune, earlier, later or _as_of, period, scenario)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def path_by_year(_store: Store, state: State, _as_of: datetime) -> list[YearOfPath]:
    """`plans.fixed.path_by_year`."""
    return fixed.path_by_year(_store, state.commune, _as_of)


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def report(
    _store: Store, state: State, period: str, occasion: str, unit: str | None, scenario: str, _as_of: datetime
) -> Report:
    """`reports.build_report`, with the letterhead left empty."""
    asked = Asked(state.commune, parse_period(period), _as_of, Occasion(occasion), unit, scenario)
    return build_report(_store, asked, Letterhead())


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False, hash_funcs={State: repr})
def reports_owed(_store: Store, state: State, _as_of: datetime) -> tuple[Sequence[overdue.Row], Sequence[overdue.Row]]:
    """`overdue.overdue` and `overdue.due_next` of the day of the moment."""
    of_day = (_store, state.commune, state.day, _as_of)
    return overdue.overdue(*of_day), overdue.due_next(*of_day)
