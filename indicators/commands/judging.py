"""What the figures say: status, milestones, forecast."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from indicators import console, errors
from indicators.catalogue import Catalogue, Scenario, load_catalogue
from indicators.commands.opening import entry_of, now, opened_existing
from indicators.console import Refusal
from indicators.forecasts import forecasts
from indicators.milestones import milestones_of_year
from indicators.periods import FIRST_YEAR, LAST_YEAR
from indicators.progress import indicators_judged, scenarios_in_force, targets_judged
from indicators.settings import CATALOGUE, Settings
from indicators.store import Store
from indicators.wording import command_line as words


def year(text: str) -> int:
    """A year that has periods. Raises Refusal."""
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise Refusal.of_use(words.YEAR_INVALID.format(text=text, first=FIRST_YEAR, last=LAST_YEAR))


def status(arguments: argparse.Namespace, settings: Settings) -> int:
    period = arguments.period.code
    with store_asked(arguments, settings, period) as (store, commune, as_of):
        asked = (store, commune, period, as_of, arguments.scenario)
        console.say_status(targets_judged(*asked), indicators_judged(*asked), as_json=arguments.json)
    return 0


def milestones(arguments: argparse.Namespace, settings: Settings) -> int:
    with store_asked(arguments, settings, str(arguments.year)) as (store, commune, as_of):
        rows = milestones_of_year(store, commune, arguments.year, as_of, arguments.scenario)
    console.say_milestones(rows, as_json=arguments.json)
    return 0


def forecast(arguments: argparse.Namespace, settings: Settings) -> int:
    period = arguments.period.code
    with store_asked(arguments, settings, period) as (store, commune, as_of):
        rows = forecasts(store, commune, period, as_of, arguments.scenario)
    console.say_forecasts(rows, as_json=arguments.json)
    return 0


@contextmanager
def store_asked(
    arguments: argparse.Namespace, settings: Settings, period: str
) -> Iterator[tuple[Store, str, datetime]]:
    """The store, the commune and the moment that were asked for. Raises Refusal where the period's plan lacks the
    scenario."""
    catalogue = load_catalogue(CATALOGUE)
    as_of = arguments.as_of or now()
    with opened_existing(arguments.store, settings, catalogue) as store:
        commune = commune_with_plan(store, catalogue, arguments.commune or settings.default_commune)
        own = scenarios_in_force(store, commune, period, as_of)
        known = [*Scenario, *(row["scenario"] for row in own)]
        if arguments.scenario not in known:
            raise Refusal.of_use(words.SCENARIO_UNKNOWN.format(text=arguments.scenario, scenarios=", ".join(known)))
        yield store, commune, as_of


def commune_with_plan(store: Store, catalogue: Catalogue, commune: str) -> str:
    """The commune, where it has a plan. Raises PlanMissing for one whose figures came in a province's sheet, else
    CommuneUnknown."""
    kept = {row["commune"]: row["name_vi"] for row in store.rows("communes")}
    if commune in kept and commune not in catalogue.by_commune:
        raise errors.PlanMissing(commune, kept[commune])
    return entry_of(catalogue, commune).commune.commune
