"""The report of a period as a file."""

from __future__ import annotations

import argparse
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from indicators import console
from indicators.commands.judging import store_asked
from indicators.commands.opening import write_file
from indicators.console import Refusal
from indicators.reports import (
    Asked,
    Format,
    Letterhead,
    Occasion,
    Report,
    build_report,
    letterhead_of,
    write,
)
from indicators.settings import Settings
from indicators.wording import reports as words

_Named = TypeVar("_Named", bound=StrEnum)


def format_asked(text: str) -> Format:
    """Raises Refusal."""
    return _one_of(Format, text, words.FORMAT_UNKNOWN)


def occasion_asked(text: str) -> Occasion:
    """Raises Refusal."""
    return _one_of(Occasion, text, words.OCCASION_UNKNOWN)


def report(arguments: argparse.Namespace, settings: Settings) -> int:
    """Everything is worked out and set before the file is touched."""
    period, occasion = arguments.period, arguments.occasion
    with store_asked(arguments, settings, period.code) as (store, commune, as_of):
        asked = Asked(commune, period, as_of, occasion, arguments.unit, arguments.scenario)
        built = build_report(store, asked, Letterhead())
    headed = replace(built, letterhead=_letterhead(arguments, settings, built))
    write_file(arguments.out, write(headed, arguments.format, templates=settings.templates))
    console.say(words.WRITTEN.format(out=arguments.out))
    return 0


def _letterhead(arguments: argparse.Namespace, settings: Settings, built: Report) -> Letterhead:
    """Of the unit as the plan names it."""
    return letterhead_of(
        settings, built.commune_name_vi, built.asked.unit, number=arguments.number, dated=arguments.date,
        place_vi=arguments.place, signer_name=arguments.signer_name,
    )  # fmt: skip


def _one_of(kind: type[_Named], text: str, refusal: str) -> _Named:
    try:
        return kind(text.strip().casefold())
    except ValueError as error:
        raise Refusal.of_use(refusal.format(text=text, known=", ".join(kind))) from error
