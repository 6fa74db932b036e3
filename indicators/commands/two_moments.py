"""Two moments compared: compare."""

from __future__ import annotations

import argparse

from indicators.catalogue import load_catalogue
from indicators.commands.opening import entry_of, now, opened_existing
from indicators.console.two_moments import say_differences
from indicators.settings import CATALOGUE, Settings
from indicators.two_moments import differences


def compare(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune = entry_of(catalogue, arguments.commune or settings.default_commune).commune.commune
    period = arguments.period.code if arguments.period else None
    with opened_existing(arguments.store, settings, catalogue) as store:
        found = differences(store, commune, arguments.earlier, arguments.later or now(), period)
    say_differences(found, as_json=arguments.json)
    return 0
