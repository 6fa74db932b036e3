"""What is to be expected of the targets and what it takes: forecast."""

from __future__ import annotations

import argparse

from indicators import console
from indicators.catalogue import load_catalogue
from indicators.commands.opening import entry_of, now, opened
from indicators.forecasts import forecasts
from indicators.settings import CATALOGUE, Settings


def forecast(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune = entry_of(catalogue, arguments.commune or settings.default_commune).commune.commune
    as_of = arguments.as_of or now()
    with opened(arguments.store, settings, catalogue) as store:
        rows = forecasts(store, commune, arguments.period.code, as_of, arguments.scenario)
    console.say_forecasts(rows, as_json=arguments.json)
    return 0
