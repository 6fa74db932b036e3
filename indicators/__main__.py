"""The command line: `python -m indicators --help`. Exit 0 done, 1 refused, 2 wrong use.

It reads the clock, opens the store and turns errors into sentences, so that nothing below has to.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from indicators import console, errors, ledger
from indicators.catalogue import Catalogue, CommuneCatalogue, Scenario, load_catalogue
from indicators.console import Refusal
from indicators.enrolment import open_enrolled
from indicators.intake import SheetReading, read_workbook
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.progress import indicators_judged, targets_judged
from indicators.settings import CATALOGUE, Settings, load_settings
from indicators.store import Store, open_to_read
from indicators.template import build_template
from indicators.wording import command_line as words


class Parser(argparse.ArgumentParser):
    """Says wrong use through Refusal, so that `--json` answers it too."""

    def error(self, message: str) -> NoReturn:
        raise Refusal.of_use(words.WRONG_USE.format(detail=message))


def main(argv: list[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    given = sys.argv[1:] if argv is None else argv
    try:
        arguments = _parser().parse_args(given)
        settings = load_settings()
        if arguments.store is None:
            arguments.store = settings.store
        return int(arguments.run(arguments, settings))
    except errors.IndicatorsError as error:
        refusal = Refusal.of_error(error)
    except Refusal as error:
        refusal = error
    console.say_refusal(
        refusal, as_json="--json" in given, command=next(filter(words.COMMANDS.__contains__, given), "")
    )
    return refusal.exit_code


def _parser() -> Parser:
    parser = Parser(prog="python -m indicators", description=words.DESCRIPTION, allow_abbrev=False)
    parser.add_argument("--store", type=Path, help=words.ARGUMENTS["store"])
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=Parser)
    for name, run, options in _COMMANDS:
        command = commands.add_parser(
            name, help=words.COMMANDS[name], description=words.COMMANDS[name], allow_abbrev=False
        )
        command.set_defaults(run=run)
        for option, keywords in options.items():
            meaning = words.ARGUMENTS[option.lstrip("-").replace("-", "_")]
            command.add_argument(option, help=meaning, **keywords)
    return parser


def _init(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    with _opened(arguments.store, settings, catalogue):
        names = ", ".join(entry.commune.name_vi for entry in catalogue.communes)
        print(words.READY.format(store=arguments.store, communes=names))
    return 0


def _template(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    entry = _entry(catalogue, arguments.commune or settings.default_commune)
    with _opened(arguments.store, settings, catalogue) as store:
        content = build_template(store, entry, arguments.period, _now())
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        raise Refusal.of_use(words.FILE_UNWRITABLE.format(file=arguments.out)) from error
    print(words.TEMPLATE_WRITTEN.format(out=arguments.out))
    return 0


def _check(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    content = _content(arguments.file)
    store = open_to_read(arguments.store, settings.reporting_calendar)
    try:
        reading = _read(arguments, settings, catalogue, content, store)
    finally:
        if store is not None:
            store.close()
    console.say_reading(reading, as_json=arguments.json)
    return 1 if reading.errors else 0


def _import(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    content = _content(arguments.file)
    with _opened(arguments.store, settings, catalogue) as store:
        reading = _read(arguments, settings, catalogue, content, store)
        if reading.errors or (reading.likely and not arguments.accept_likely):
            console.say_reading(console.with_unconfirmed(reading), as_json=arguments.json, upload=None)
            return 1
        try:
            upload = ledger.record(
                store, content, arguments.file.name, reading, by=arguments.by, at=_now(), accept_likely=True
            )
        except errors.UploadError as error:
            refusal = Refusal.of_error(error)
            console.say_reading(console.with_refusal(reading, refusal), as_json=arguments.json, upload=None)
            return refusal.exit_code
    console.say_reading(reading, as_json=arguments.json, upload=upload)
    return 0


def _uploads(arguments: argparse.Namespace, settings: Settings) -> int:
    with _opened(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
        console.say_uploads(ledger.uploads(store), as_json=arguments.json)
    return 0


def _withdraw(arguments: argparse.Namespace, settings: Settings) -> int:
    with _opened(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
        ledger.withdraw(store, arguments.upload, reason=arguments.reason, by=arguments.by, at=_now())
    console.say_withdrawn(arguments.upload, as_json=arguments.json)
    return 0


def _status(arguments: argparse.Namespace, settings: Settings) -> int:
    catalogue = load_catalogue(CATALOGUE)
    commune = _entry(catalogue, arguments.commune or settings.default_commune).commune.commune
    as_of = arguments.as_of or _now()
    with _opened(arguments.store, settings, catalogue) as store:
        asked = (store, commune, arguments.period.code, as_of, arguments.scenario)
        console.say_status(targets_judged(*asked), indicators_judged(*asked), as_json=arguments.json)
    return 0


def _opened(path: Path, settings: Settings, catalogue: Catalogue) -> Store:
    return open_enrolled(path, settings.reporting_calendar, catalogue, by="data/catalogue", at=_now())


def _read(
    arguments: argparse.Namespace, settings: Settings, catalogue: Catalogue, content: bytes, store: Store | None
) -> SheetReading:
    """The file read; held against the past where the store can be had."""
    commune = arguments.commune and _entry(catalogue, arguments.commune).commune.commune

    def past_of(found: str) -> dict[str, Any]:
        return ledger.known_values(store, found, _now()) if store is not None else {}

    return read_workbook(
        content,
        catalogue,
        default_commune=settings.default_commune,
        commune=commune,
        period=arguments.period,
        past_of=past_of,
    )


def _entry(catalogue: Catalogue, commune: str) -> CommuneCatalogue:
    if commune not in catalogue.by_commune:
        raise errors.CommuneUnknown(commune, sorted(catalogue.by_commune))
    return catalogue.by_commune[commune]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal.of_use(words.FILE_UNREADABLE.format(file=file)) from error


def _moment(text: str) -> datetime:
    try:
        return parse_as_of(text)
    except ValueError as error:
        raise Refusal.of_use(words.MOMENT_INVALID.format(text=text)) from error


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


_PERIOD: dict[str, Any] = {"type": parse_period, "metavar": "P"}
_JSON: dict[str, Any] = {"action": "store_true"}
_COMMANDS: tuple[tuple[str, Callable[[argparse.Namespace, Settings], int], dict[str, dict[str, Any]]], ...] = (
    ("init", _init, {}),
    ("template", _template, {
        "--commune": {}, "--period": _PERIOD | {"required": True}, "--out": {"type": Path, "required": True},
    }),
    ("check", _check, {"file": {"type": Path}, "--commune": {}, "--period": _PERIOD, "--json": _JSON}),
    ("import", _import, {
        "file": {"type": Path}, "--commune": {}, "--period": _PERIOD, "--by": {"required": True},
        "--accept-likely": {"action": "store_true"}, "--json": _JSON,
    }),
    ("uploads", _uploads, {"--json": _JSON}),
    ("withdraw", _withdraw, {
        "upload": {"type": int}, "--reason": {"required": True}, "--by": {"required": True}, "--json": _JSON,
    }),
    ("status", _status, {
        "--period": _PERIOD | {"required": True}, "--commune": {}, "--as-of": {"type": _moment},
        "--scenario": {"choices": [scenario.value for scenario in Scenario], "default": Scenario.FLOOR.value},
        "--json": _JSON,
    }),
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
