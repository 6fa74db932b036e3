"""The đường găng of a year: milestones."""

from __future__ import annotations

import argparse

from indicators import console, progress
from indicators.catalogue import Scenario, load_catalogue
from indicators.commands.opening import entry_of, now, opened
from indicators.console import Refusal
from indicators.milestones import milestones_of_year
from indicators.periods import FIRST_YEAR, LAST_YEAR
from indicators.settings import CATALOGUE, Settings
from indicators.wording import milestones


def year(text: str) -> int:
    """A year that has periods. Raises Refusal."""
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise Refusal.of_use(milestones.YEAR_INVALID.format(text=text, first=FIRST_YEAR, last=LAST_YEAR))


def list_milestones(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune = entry_of(catalogue, arguments.commune or settings.default_commune).commune.commune
    as_of = arguments.as_of or now()
    with opened(arguments.store, settings, catalogue) as store:
        own = progress.scenarios_in_force(store, commune, str(arguments.year), as_of)
        scenarios = [*Scenario, *(row["scenario"] for row in own)]
        if arguments.scenario not in scenarios:
            raise Refusal.of_use(
                milestones.SCENARIO_UNKNOWN.format(text=arguments.scenario, scenarios=", ".join(scenarios))
            )
        rows = milestones_of_year(store, commune, arguments.year, as_of, arguments.scenario)
    console.say_milestones(rows, as_json=arguments.json)
    return 0
