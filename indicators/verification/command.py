"""`python -m indicators review verify FOLDER`: exit 0 whole, 1 something found, 2 wrong use."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn

from indicators.verification.checking import plain_fingerprint, verify
from indicators.verification.files import is_folder
from indicators.verification.model import Kind, Verdict
from indicators.wording import verification as words

WHOLE, FOUND, WRONG_USE = 0, 1, 2
_VIETNAM = timezone(timedelta(hours=7))


class _WrongUse(Exception):
    """Its text is the sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _WrongUse(words.WRONG_USE.format(detail=message))


def is_meant(argv: list[str]) -> bool:
    """Whether the command line asks for this and nothing that needs the product."""
    return argv[:2] == ["review", "verify"]


def main(argv: list[str]) -> int:
    """`argv`: what follows 'review verify'."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    as_json = "--json" in argv
    try:
        arguments = _parser().parse_args(argv)
        fingerprint, as_of = _fingerprint(arguments.fingerprint), _moment(arguments.as_of)
        if not is_folder(arguments.folder):
            raise _WrongUse(words.NO_FOLDER.format(folder=arguments.folder))
    except _WrongUse as error:
        _say_wrong_use(str(error), as_json=as_json)
        return WRONG_USE
    return say(verify(arguments.folder, fingerprint, as_of), as_json=as_json)


def say(verdict: Verdict, *, as_json: bool) -> int:
    """Prints what was found; the exit code."""
    _print([json.dumps(_fields(verdict), ensure_ascii=False)] if as_json else _lines(verdict))
    return WHOLE if verdict.is_whole else FOUND


def _parser() -> _Parser:
    parser = _Parser(prog=words.PROGRAM, description=words.DESCRIPTION, allow_abbrev=False)
    parser.add_argument("folder", type=Path, help=words.FOLDER)
    parser.add_argument("--fingerprint", help=words.FINGERPRINT)
    parser.add_argument("--as-of", help=words.AS_OF)
    parser.add_argument("--json", action="store_true", help=words.JSON)
    return parser


def _fingerprint(text: str | None) -> str | None:
    try:
        return None if text is None else plain_fingerprint(text)
    except ValueError as error:
        raise _WrongUse(words.FINGERPRINT_INVALID.format(text=text)) from error


def _moment(text: str | None) -> datetime | None:
    """In UTC without its zone; a day's end in Vietnam, as everywhere in the product."""
    try:
        if text is None:
            return None
        moment = datetime.fromisoformat(text.strip())
        if len(text.strip()) <= len("2028-07-10"):
            moment = datetime.combine(moment.date(), time.max)
        return (moment if moment.tzinfo else moment.replace(tzinfo=_VIETNAM)).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        raise _WrongUse(words.MOMENT_INVALID.format(text=text)) from error


def _fields(verdict: Verdict) -> dict[str, Any]:
    said = [
        {"code": finding.kind.value, "severity": "error", "file": finding.path, "place": finding.place}
        | {"message": words.finding_vi(finding.kind, finding.path, finding.place)}
        for finding in verdict.findings
    ]
    return {
        "whole": verdict.is_whole, "fingerprint": verdict.fingerprint or None,
        "fingerprint_compared": verdict.is_compared, "name": verdict.name or None, "period": verdict.period or None,
        "as_of": _local(verdict.as_of), "files": verdict.files,
        "notes": [] if verdict.is_compared else [words.NOT_COMPARED], "issues": said,
    }  # fmt: skip


def _local(moment: str) -> str | None:
    """A moment of the manifest (UTC without its zone) as people in Vietnam write it."""
    try:
        return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(_VIETNAM).isoformat()
    except (ValueError, OverflowError):
        return None


def _lines(verdict: Verdict) -> list[str]:
    findings = [f"- {words.finding_vi(found.kind, found.path, found.place)}" for found in verdict.findings]
    named = words.REVIEW if verdict.is_whole else words.NAMED_BY_FOLDER
    compared = words.COMPARED if verdict.is_compared else words.NOT_COMPARED
    is_same = verdict.is_compared and all(found.kind != "other_key" for found in verdict.findings)
    said = [
        _heading(verdict).format(files=verdict.files, count=len(findings)),
        *findings,
        *([named.format(name=verdict.name, period=verdict.period)] if verdict.name else []),
        *([words.SIGNED_BY.format(fingerprint=verdict.fingerprint)] if verdict.fingerprint else []),
        *([compared] if verdict.fingerprint and (is_same or not verdict.is_compared) else []),
    ]
    return [words.in_one_line(line) for line in said]


def _heading(verdict: Verdict) -> str:
    alone = {Kind.NOT_A_REVIEW: words.UNKNOWN, Kind.FROZEN_LATER: words.LATER}
    kinds = {found.kind for found in verdict.findings}
    return words.WHOLE if not kinds else alone.get(min(kinds), words.BROKEN) if len(kinds) == 1 else words.BROKEN


def _say_wrong_use(sentence: str, *, as_json: bool) -> None:
    if as_json:
        issue = {"code": "wrong_use", "severity": "error", "file": "", "place": "", "message": sentence}
        _print([json.dumps({"whole": None, "issues": [issue]}, ensure_ascii=False)])
    else:
        sys.stderr.write(f"{sentence}\n")


def _print(lines: Sequence[str]) -> None:
    try:
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    except OSError:  # nobody reads on, or the disk is full: the exit code says it all the same
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
