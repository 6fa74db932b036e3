"""A province's sheet, checked and imported where `check` and `import` meet one; the register of communes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from indicators import errors
from indicators.catalogue import Catalogue, load_catalogue
from indicators.commands.opening import content_of, now, opened, opened_existing
from indicators.console import Refusal
from indicators.console.province import say_province, say_register, say_register_entries
from indicators.intake import Issue, Severity
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal as FileRefusal
from indicators.plans import known_catalogue
from indicators.province import ProvinceCheck, check_province, is_province, read_province, record_province
from indicators.province.recording import may_leave_out, rest_of
from indicators.register import load_register
from indicators.register.reading import RegisterReading, read_register
from indicators.register.recording import record_register
from indicators.settings import CATALOGUE, Settings
from indicators.store import Store
from indicators.wording import province as words
from indicators.wording.issues import make_refusal


def checked(
    arguments: argparse.Namespace, catalogue: Catalogue, workbook: Workbook | FileRefusal, content: bytes,
    store: Store | None,
) -> ProvinceCheck | None:  # fmt: skip
    """The workbook as a province's sheet beside what stands; None for any other. Raises Refusal where one commune was
    named for it."""
    known = known_catalogue(store, catalogue, now()) if store is not None else catalogue
    register = load_register(store, catalogue, now())
    if isinstance(workbook, FileRefusal) or not is_province(workbook, known, register):
        return None
    if arguments.commune:
        raise Refusal.of_use(words.COMMUNE_GIVEN.format(file=arguments.file.name))
    reading = read_province(workbook, known, register, period=arguments.period, file_name=arguments.file.name)
    return check_province(store, content, reading, now())


def say_checked(arguments: argparse.Namespace, check: ProvinceCheck) -> int:
    say_province(check, as_json=arguments.json, all_readings=arguments.all_readings)
    return 1 if check.errors else 0


def import_checked(arguments: argparse.Namespace, store: Store, content: bytes, check: ProvinceCheck) -> int:
    """Records it, or says why not."""
    takes_rest = arguments.take_rest and may_leave_out(check)
    unconfirmed = tuple(_unconfirmed(arguments, check))
    if unconfirmed or (check.errors and not takes_rest):
        say_province(check, unconfirmed, as_json=arguments.json, upload=None)
        return 1
    try:
        upload = record_province(
            store, content, arguments.file.name, check, by=arguments.by, at=now(), accept_likely=True,
            accept_doubtful=True, leave_out=arguments.take_rest, reason=arguments.reason,
        )  # fmt: skip
    except errors.UploadError as error:
        refusal = Refusal.of_error(error)
        say_province(check, (refusal.issue,), as_json=arguments.json, upload=None)
        return refusal.exit_code
    left_out = check.errors if takes_rest else ()
    said = {"as_json": arguments.json, "all_readings": arguments.all_readings}
    say_province(rest_of(check), **said, left_out=left_out, upload=upload)
    return 0


def import_register(arguments: argparse.Namespace, settings: Settings) -> int:
    workbook = load_workbook(content_of(arguments.file), settings.limits)
    if isinstance(workbook, FileRefusal):
        reading = RegisterReading((), (make_refusal(workbook, settings.limits),))
    else:
        reading = read_register(workbook)
    changed = 0
    if not reading.errors:
        with opened(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
            changed = record_register(store, reading.entries, by=arguments.by, at=now())
    say_register(reading, as_json=arguments.json, changed=changed)
    return 1 if reading.errors else 0


def list_register(arguments: argparse.Namespace, settings: Settings) -> int:
    with opened_existing(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
        rows = store.rows("register_newest", as_of=arguments.as_of or now())
        say_register_entries(rows, as_json=arguments.json)
    return 0


def _unconfirmed(arguments: argparse.Namespace, check: ProvinceCheck) -> Iterator[Issue]:
    """One error a column recognised by likeness, and one for all doubtful values together, that nobody confirmed."""
    for column in () if arguments.accept_likely else check.reading.likely:
        said = words.COLUMN_NOT_CONFIRMED.format(text=column.text, name=column.measure.name_vi)
        yield Issue("likely_not_accepted", Severity.ERROR, said, column.sheet, column.head)
    if check.doubtful and not arguments.accept_doubtful:
        said = words.DOUBTS_NOT_CONFIRMED.format(count=len(check.doubtful))
        yield Issue("doubtful_not_accepted", Severity.ERROR, said)
