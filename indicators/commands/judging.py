"""What the figures say: status."""

from __future__ import annotations

import argparse

from indicators import console
from indicators.catalogue import load_catalogue
from indicators.commands.opening import entry_of, now, opened
from indicators.progress import indicators_judged, targets_judged
from indicators.settings import CATALOGUE, Settings


def status(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune = entry_of(catalogue, arguments.commune or settings.default_commune).commune.commune
    as_of = arguments.as_of or now()
    with opened(arguments.store, settings, catalogue) as store:
        asked = (store, commune, arguments.period.code, as_of, arguments.scenario)
        console.say_status(targets_judged(*asked), indicators_judged(*asked), as_json=arguments.json)
    return 0
