"""Reporting periods: lock, unlock, locks."""

from __future__ import annotations

import argparse

from indicators import console, ledger
from indicators.catalogue import Catalogue, load_catalogue
from indicators.commands.opening import entry_of, now, opened_existing
from indicators.settings import CATALOGUE, Settings


def lock(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune, said = _commune(arguments, settings, catalogue), {"reason": arguments.reason, "by": arguments.by}
    with opened_existing(arguments.store, settings, catalogue) as store:
        ledger.lock_period(store, commune, arguments.period, at=now(), **said)
    console.say_lock(arguments.period.code, locked=True, as_json=arguments.json)
    return 0


def unlock(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune, said = _commune(arguments, settings, catalogue), {"reason": arguments.reason, "by": arguments.by}
    with opened_existing(arguments.store, settings, catalogue) as store:
        ledger.unlock_period(store, commune, arguments.period, at=now(), **said)
    console.say_lock(arguments.period.code, locked=False, as_json=arguments.json)
    return 0


def locks(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune = _commune(arguments, settings, catalogue)
    with opened_existing(arguments.store, settings, catalogue) as store:
        console.say_locks(ledger.locks(store, commune, arguments.as_of or now()), as_json=arguments.json)
    return 0


def _commune(arguments: argparse.Namespace, settings: Settings, catalogue: Catalogue) -> str:
    return entry_of(catalogue, arguments.commune or settings.default_commune).commune.commune
