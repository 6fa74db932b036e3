"""Reviews (bản chốt số liệu): freeze, list, export, verify, key."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from indicators import console, errors, reviews
from indicators.catalogue import Catalogue, load_catalogue
from indicators.commands.judging import commune_with_plan
from indicators.commands.opening import entry_of, now, opened_existing
from indicators.console import Refusal
from indicators.reports.model import Occasion
from indicators.settings import CATALOGUE, Settings
from indicators.store import Store
from indicators.verification import command as verification
from indicators.verification.checking import plain_fingerprint
from indicators.verification.checking import verify as verified
from indicators.verification.files import is_folder
from indicators.wording import reviews as words
from indicators.wording import verification as verifying


def occasion(text: str) -> Occasion:
    """What a review is for: midterm, year or term. Raises Refusal."""
    known = [name for name in Occasion if name is not Occasion.PERIOD]
    if text not in known:
        raise Refusal.of_use(words.OCCASION_UNKNOWN.format(text=text, known=", ".join(known)))
    return Occasion(text)


def freeze(arguments: argparse.Namespace, settings: Settings) -> int:
    """Frozen in the store; with `--out` written out as a folder too, and that stands in nobody's way before."""
    at = now()
    as_of, folder = arguments.as_of or at, None
    if arguments.out and os.path.lexists(arguments.out):
        raise errors.FolderTaken(arguments.out)
    with _opened(arguments, settings, commune_with_plan) as (store, commune):
        review = reviews.freeze(
            store, commune, name=arguments.name, period=arguments.period,
            occasion=arguments.occasion or reviews.usual_occasion(arguments.period), as_of=as_of,
            scope=reviews.scope_named(store, commune, arguments.period.code, as_of, arguments.scope or ""),
            key=reviews.key_file(settings, arguments.store), office=settings, by=arguments.by, at=at,
            progress=console.progress_aside(),
        )  # fmt: skip
        try:
            if arguments.out:
                folder = reviews.export(store, review, arguments.out, console.progress_aside())
        except errors.ReviewError as error:
            refusal = Refusal.of_error(error)
            console.say_review(review, None, [refusal.issue], as_json=arguments.json)
            return refusal.exit_code
    console.say_review(review, folder, as_json=arguments.json)
    return 0


def list_reviews(arguments: argparse.Namespace, settings: Settings) -> int:
    with _opened(arguments, settings, _commune_kept) as (store, commune):
        console.say_reviews(reviews.reviews(store, commune, arguments.as_of or now()), as_json=arguments.json)
    return 0


def export(arguments: argparse.Namespace, settings: Settings) -> int:
    with _opened(arguments, settings, _commune_kept) as (store, commune):
        review = reviews.open_review(store, commune, arguments.name, arguments.as_of or now())
        folder = reviews.export(store, review, arguments.out, console.progress_aside())
    console.say_review(review, folder, as_json=arguments.json)
    return 0


def verify(arguments: argparse.Namespace, _: Settings) -> int:
    """As `python -m indicators review verify`, which loads nothing of the product; here after other options."""
    try:
        fingerprint = plain_fingerprint(arguments.fingerprint) if arguments.fingerprint is not None else None
    except ValueError as error:
        raise Refusal.of_use(verifying.FINGERPRINT_INVALID.format(text=arguments.fingerprint)) from error
    if not is_folder(arguments.folder):
        raise Refusal.of_use(verifying.NO_FOLDER.format(folder=arguments.folder))
    return verification.say(verified(arguments.folder, fingerprint, arguments.as_of), as_json=arguments.json)


def key(arguments: argparse.Namespace, settings: Settings) -> int:
    """Which key signs; with `--new` another one from now on."""
    file = reviews.key_file(settings, arguments.store)
    with opened_existing(arguments.store, settings, load_catalogue(CATALOGUE)) as store:
        if arguments.new:
            reviews.renew_key(store, file, by=arguments.by or "", at=now())
        console.say_keys(reviews.signing_keys(store), file, as_json=arguments.json)
    return 0


@contextmanager
def _opened(
    arguments: argparse.Namespace, settings: Settings, known: Callable[[Store, Catalogue, str], str]
) -> Iterator[tuple[Store, str]]:
    catalogue = load_catalogue(CATALOGUE)
    with opened_existing(arguments.store, settings, catalogue) as store:
        yield store, known(store, catalogue, arguments.commune or settings.default_commune)


def _commune_kept(store: Store, catalogue: Catalogue, commune: str) -> str:
    """Also one whose folder of the catalogue is gone: what was frozen of it stays to be had. Raises CommuneUnknown."""
    if any(row["commune"] == commune for row in store.rows("communes")):
        return commune
    return entry_of(catalogue, commune).commune.commune
