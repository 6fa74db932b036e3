"""The command line, called by `__main__`. Exit 0 done, 1 refused, 2 wrong use.

It turns errors into sentences; what each command does is in `commands/`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from indicators import console, errors
from indicators.catalogue import Scenario
from indicators.commands import judging, locks, overdue, province, record, report, review, two_moments
from indicators.commands import plan as plans
from indicators.commands.opening import moment
from indicators.console import Refusal
from indicators.periods import parse_period
from indicators.settings import Settings, load_settings
from indicators.wording import command_line as words
from indicators.wording import province as provinces
from indicators.wording import reviews


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
        exit_code = int(arguments.run(arguments, settings))
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on; what is left must not be flushed at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except errors.IndicatorsError as error:
        refusal = Refusal.of_error(error)
    except Refusal as error:
        refusal = error
    else:
        return exit_code
    console.say_refusal(refusal, as_json="--json" in given, command=_command_of(given))
    return refusal.exit_code


def _parser() -> Parser:
    parser = Parser(prog="python -m indicators", description=words.DESCRIPTION, allow_abbrev=False)
    parser.add_argument("--store", type=Path, help=words.ARGUMENTS["store"])
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=Parser)
    for name, run, options in _COMMANDS:
        _add(commands, name, words.COMMANDS[name], run, options)
    for group, (meanings, members) in _GROUPS.items():
        meaning = words.COMMANDS[group]
        grouped = commands.add_parser(group, help=meaning, description=meaning, allow_abbrev=False)
        inner = grouped.add_subparsers(dest=f"{group}_command", required=True, metavar="VIỆC", parser_class=Parser)
        for name, run, options in members:
            _add(inner, name, meanings[name], run, options)
    return parser


def _add(commands: argparse._SubParsersAction[Parser], name: str, meaning: str, run: Run, options: Options) -> None:
    command = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
    command.set_defaults(run=run)
    for option, keywords in options.items():
        said = words.ARGUMENTS[option.lstrip("-").replace("-", "_")]
        command.add_argument(option, help=said, **keywords)


def _command_of(given: list[str]) -> str:
    """The command that was meant; of a group both its own: 'plan import'."""
    named = next(filter(words.COMMANDS.__contains__, given), "")
    if named not in _GROUPS:
        return named
    return f"{named} {next(filter(_GROUPS[named][0].__contains__, given), '')}"


Run = Callable[[argparse.Namespace, Settings], int]
Options = dict[str, dict[str, Any]]
_PERIOD: dict[str, Any] = {"type": parse_period, "metavar": "P"}
_FLAG: dict[str, Any] = {"action": "store_true"}
_JSON = _FLAG
_AS_OF: Options = {"--as-of": {"type": moment}}
_ASKED: Options = {
    "--commune": {}, **_AS_OF, "--scenario": {"default": Scenario.FLOOR.value}, "--json": _JSON,
}  # fmt: skip
_COMMANDS: tuple[tuple[str, Run, Options], ...] = (
    ("init", record.init, {}),
    ("template", record.template, {
        "--commune": {}, "--period": _PERIOD | {"required": True}, "--out": {"type": Path, "required": True}, **_AS_OF,
    }),
    ("check", record.check, {
        "file": {"type": Path}, "--commune": {}, "--period": _PERIOD, "--all-readings": _FLAG, "--json": _JSON,
    }),
    ("import", record.import_sheet, {
        "file": {"type": Path}, "--commune": {}, "--period": _PERIOD, "--by": {"required": True},
        "--accept-likely": _FLAG, "--accept-doubtful": _FLAG, "--take-rest": _FLAG, "--reason": {"default": ""},
        "--all-readings": _FLAG, "--json": _JSON,
    }),
    ("uploads", record.uploads, {**_AS_OF, "--json": _JSON}),
    ("withdraw", record.withdraw, {
        "upload": {"type": int}, "--reason": {"required": True}, "--by": {"required": True}, "--json": _JSON,
    }),
    ("lock", locks.lock, {
        "--period": _PERIOD | {"required": True}, "--commune": {}, "--reason": {"default": ""},
        "--by": {"required": True}, "--json": _JSON,
    }),
    ("unlock", locks.unlock, {
        "--period": _PERIOD | {"required": True}, "--commune": {}, "--reason": {"required": True},
        "--by": {"required": True}, "--json": _JSON,
    }),
    ("locks", locks.locks, {"--commune": {}, **_AS_OF, "--json": _JSON}),
    ("status", judging.status, {"--period": _PERIOD | {"required": True}, **_ASKED}),
    ("milestones", judging.milestones, {
        "--year": {"type": judging.year, "required": True, "metavar": "NĂM"}, **_ASKED,
    }),
    ("forecast", judging.forecast, {"--period": _PERIOD | {"required": True}, **_ASKED}),
    ("compare", two_moments.compare, {
        "--from": {"type": moment, "required": True, "dest": "earlier", "metavar": "LÚC"},
        "--to": {"type": moment, "dest": "later", "metavar": "LÚC"}, "--commune": {}, "--period": _PERIOD,
        "--json": _JSON,
    }),
    ("report", report.report, {
        "--period": _PERIOD | {"required": True}, "--format": {"type": report.format_asked, "required": True},
        "--out": {"type": Path, "required": True}, "--commune": {}, **_AS_OF,
        "--scenario": {"default": Scenario.FLOOR.value}, "--unit": {},
        "--occasion": {"type": report.occasion_asked, "default": "period"},
        "--number": {}, "--date": {"type": plans.day}, "--place": {}, "--signer-name": {},
    }),
    ("overdue", overdue.overdue_on, {
        "--on": {"type": plans.day}, "--commune": {}, "--as-of": {"type": moment}, "--unit": {},
        "--letter": {"type": Path}, "--calendar": {"type": Path}, "--json": _JSON,
    }),
)  # fmt: skip
_DOCUMENT: Options = {"--document": {}, "--document-date": {"type": plans.day}, "--valid-from": {"type": plans.day}}
_PLAN_COMMANDS: tuple[tuple[str, Run, Options], ...] = (
    ("export", plans.export, {"--out": {"type": Path, "required": True}, "--commune": {}, **_AS_OF}),
    ("check", plans.check, {"file": {"type": Path}, "--commune": {}, **_DOCUMENT, "--json": _JSON}),
    ("import", plans.import_plan, {
        "file": {"type": Path}, "--commune": {}, "--by": {"required": True}, **_DOCUMENT, "--json": _JSON,
    }),
    ("approve", plans.approve, {
        "--years": {"type": plans.years, "required": True, "metavar": "NĂM"}, "--commune": {},
        "--document": {"required": True}, "--document-date": {"type": plans.day},
        "--valid-from": {"type": plans.day, "required": True}, "--by": {"required": True}, "--json": _JSON,
    }),
    ("versions", plans.versions, {"--commune": {}, **_AS_OF, "--json": _JSON}),
)  # fmt: skip
_REGISTER_COMMANDS: tuple[tuple[str, Run, Options], ...] = (
    ("import", province.import_register, {"file": {"type": Path}, "--by": {"required": True}, "--json": _JSON}),
    ("list", province.list_register, {**_AS_OF, "--json": _JSON}),
)
_REVIEW_COMMANDS: tuple[tuple[str, Run, Options], ...] = (
    ("freeze", review.freeze, {
        "name": {}, "--period": _PERIOD | {"required": True}, "--by": {"required": True}, "--commune": {},
        "--occasion": {"type": review.occasion}, "--scope": {}, **_AS_OF, "--out": {"type": Path}, "--json": _JSON,
    }),
    ("list", review.list_reviews, {"--commune": {}, **_AS_OF, "--json": _JSON}),
    ("export", review.export, {
        "name": {}, "--out": {"type": Path, "required": True}, "--commune": {}, **_AS_OF, "--json": _JSON,
    }),
    ("verify", review.verify, {"folder": {"type": Path}, "--fingerprint": {}, **_AS_OF, "--json": _JSON}),
    ("key", review.key, {"--new": _FLAG, "--by": {}, "--json": _JSON}),
)  # fmt: skip
_GROUPS = {
    "plan": (words.PLAN_COMMANDS, _PLAN_COMMANDS),
    "review": (reviews.COMMANDS, _REVIEW_COMMANDS),
    "register": (provinces.REGISTER_COMMANDS, _REGISTER_COMMANDS),
}
