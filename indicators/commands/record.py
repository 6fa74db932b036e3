"""The record: init, template, check, import, uploads, withdraw."""

from __future__ import annotations

import argparse

from indicators import console, errors, ledger
from indicators.catalogue import Catalogue, load_catalogue
from indicators.commands import province as provinces
from indicators.commands.looking_back import moment_asked
from indicators.commands.opening import content_of, entry_of, now, opened, opened_existing
from indicators.console import Refusal
from indicators.intake import Issue, Memory, Sending, SheetReading
from indicators.intake.reading import read_loaded
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal as FileRefusal
from indicators.ledger import MovedMilestone, Rest
from indicators.moments import END
from indicators.plans import known_catalogue
from indicators.settings import CATALOGUE, Settings
from indicators.store import Store, open_to_read
from indicators.template import build_template
from indicators.wording import command_line as words


def init(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    with opened(arguments.store, settings, catalogue):
        names = ", ".join(entry.commune.name_vi for entry in catalogue.communes)
        console.say(words.READY.format(store=arguments.store, communes=names))
    return 0


def template(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    entry = entry_of(catalogue, arguments.commune or settings.default_commune)
    with opened(arguments.store, settings, catalogue) as store:
        asked = moment_asked(arguments)
        known = known_catalogue(store, catalogue, asked.as_of).by_commune[entry.commune.commune]
        content = build_template(store, known, arguments.period, asked.as_of, looks_back=asked.is_past)
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        raise Refusal.of_use(words.FILE_UNWRITABLE.format(file=arguments.out)) from error
    console.say(words.TEMPLATE_WRITTEN.format(out=arguments.out))
    return 0


def check(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    content = content_of(arguments.file)
    store = open_to_read(arguments.store, settings.reporting_calendar)
    try:
        workbook = load_workbook(content, settings.limits)
        province = provinces.checked(arguments, catalogue, workbook, content, store)
        if province is not None:
            return provinces.say_checked(arguments, province)
        reading = _read(arguments, settings, catalogue, workbook, store)
        reading = console.with_issues(reading, *_locked(store, reading))
        moved = _moved(store, reading)
    finally:
        if store is not None:
            store.close()
    console.say_reading(reading, as_json=arguments.json, moved=moved)
    return 1 if reading.errors else 0


def import_sheet(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    content = content_of(arguments.file)
    with opened(arguments.store, settings, catalogue) as store:
        workbook = load_workbook(content, settings.limits)
        province = provinces.checked(arguments, catalogue, workbook, content, store)
        if province is not None:
            return provinces.import_checked(arguments, store, content, province)
        reading = _read(arguments, settings, catalogue, workbook, store)
        locked = _locked(store, reading)
        rest = _rest(arguments, reading, locked)
        moved = _moved(store, rest.reading)
        checked = console.with_unconfirmed(
            rest.reading, accept_likely=arguments.accept_likely, accept_doubtful=arguments.accept_doubtful
        )
        if checked.errors:
            console.say_reading(checked, as_json=arguments.json, moved=moved, upload=None)
            return 1
        try:
            upload = _record(arguments, store, content, reading)
        except errors.UploadError as error:
            refusal = Refusal.of_error(error)
            refused = console.with_refusal(rest.reading, refusal)
            console.say_reading(refused, as_json=arguments.json, moved=moved, upload=None)
            return refusal.exit_code
    console.say_reading(rest.reading, as_json=arguments.json, moved=moved, left_out=rest.left_out, upload=upload)
    return 0


def uploads(arguments: argparse.Namespace, settings: Settings) -> int:
    with opened_existing(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
        # of a province's, its first commune's
        first = {row["upload"]: row for row in reversed(ledger.uploads(store, arguments.as_of or END))}
        console.say_uploads(list(reversed(first.values())), as_json=arguments.json)
    return 0


def withdraw(arguments: argparse.Namespace, settings: Settings) -> int:
    with opened_existing(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
        ledger.withdraw(store, arguments.upload, reason=arguments.reason, by=arguments.by, at=now())
    console.say_withdrawn(arguments.upload, as_json=arguments.json)
    return 0


def _read(
    arguments: argparse.Namespace,
    settings: Settings,
    catalogue: Catalogue,
    workbook: Workbook | FileRefusal,
    store: Store | None,
) -> SheetReading:
    """The file read; held against the past where the store can be had."""
    commune = arguments.commune and entry_of(catalogue, arguments.commune).commune.commune

    def memory_of(found: str) -> Memory:
        return ledger.memory_of(store, found, now()) if store is not None else Memory()

    known = known_catalogue(store, catalogue, now()) if store is not None else catalogue
    sending = Sending(settings.default_commune, commune, arguments.period, arguments.file.name, memory_of)
    return read_loaded(workbook, known, sending, settings.limits)


def _locked(store: Store | None, reading: SheetReading) -> tuple[Issue, ...]:
    """The cells that run into a locked period, where the store can be had."""
    if store is None or reading.commune is None:
        return ()
    return ledger.locked_issues(store, reading.commune, reading, now())


def _moved(store: Store | None, reading: SheetReading) -> list[MovedMilestone]:
    """The milestones that the sheet's baseline moves, where the store can be had."""
    if store is None or reading.commune is None:
        return []
    return ledger.baseline_effect(store, reading.commune, reading, now())


def _rest(arguments: argparse.Namespace, reading: SheetReading, locked: tuple[Issue, ...]) -> Rest:
    """What is to be recorded: the sheet, or without its troubled cells where that was asked for and can be."""
    rest = ledger.rest_of(reading, locked) if arguments.take_rest else None
    return rest or Rest(console.with_issues(reading, *locked), ())


def _record(arguments: argparse.Namespace, store: Store, content: bytes, reading: SheetReading) -> int:
    return ledger.record(
        store, content, arguments.file.name, reading, by=arguments.by, at=now(),
        accept_likely=arguments.accept_likely, accept_doubtful=arguments.accept_doubtful,
        leave_out=arguments.take_rest, reason=arguments.reason,
    )  # fmt: skip
