"""Freezes a review: everything a reader needs, copied out of what is known at a moment, signed, stored for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import numpy as np

from indicators import errors
from indicators.periods import Period
from indicators.reports.model import Occasion
from indicators.reviews.canonical import CanonicalLine, canonical_lines
from indicators.reviews.contents import STEPS, folder_contents
from indicators.reviews.folder import sealed
from indicators.reviews.gathering import gathered
from indicators.reviews.keys import SigningKey, key_in_use, remember_key, signing_keys
from indicators.reviews.model import EVERYTHING, NAME_LETTERS, Progress, Review, Scope, key_of_name, plain_name
from indicators.reviews.opening import file_of_review, open_review
from indicators.reviews.parts import FORMAT
from indicators.settings import Settings
from indicators.store import Row, Store, Tables, Transaction
from indicators.verification.layout import CANONICAL, SIGNATURE
from indicators.wording import reviews as words

STANDARD = Settings()
_OF_HEAD = (
    "name_vi", "occasion", "period", "as_of", "scope", "scope_name_vi", "plan", "frozen_at", "frozen_by",
)  # fmt: skip


def _silent(done: int, steps: int, what_vi: str) -> None:
    """Nobody watches."""


def freeze(  # noqa: PLR0913 each is an answer of who freezes, by name
    store: Store,
    commune: str,
    *,
    name: str,
    occasion: Occasion,
    period: Period,
    key: Path,
    by: str,
    at: datetime,
    as_of: datetime | None = None,
    scope: Scope = EVERYTHING,
    office: Settings = STANDARD,
    progress: Progress = _silent,
) -> Review:
    """Freezes what is known at `as_of` (by default `at`) of the period, in one transaction, and reads it back.

    `key`: the private key's file, made where the store has never had a key; `office`: for the report. Raises
    DetailMissing, NameTooLong, CutOffAhead, ReviewNameTaken, ScopeUnknown, ReviewEmpty, PlanMissing, KeyMissing,
    KeyDiffers, KeyUnusable, NotSaved, and what a report raises; then nothing is stored.
    """
    asked = _Freezing(commune, plain_name(name), occasion, period, as_of or at, scope, plain_name(by), at)
    _refuse_unsaid(asked)
    with store.writing() as transaction:
        # Read while nobody else writes: every part of it is of one state of the store.
        _refuse_taken(transaction, asked)
        signing = key_in_use(store, key) if signing_keys(store) else None
        progress(0, STEPS, words.GATHERING)
        rows = gathered(store, commune, period.code, asked.as_of, scope)
        signing = signing or key_in_use(store, key)  # the first is made when there is something to sign
        head = _head(store, asked, rows["targets"])
        lines = canonical_lines(rows | {"review": [head]})
        files = sealed(folder_contents(store, lines, signing, office, progress), lines, signing)
        progress(STEPS - 1, STEPS, words.STORING)
        _insert(transaction, head, lines, files, signing)
    review = open_review(store, commune, asked.name)
    _read_back(store, review, files)
    progress(STEPS, STEPS, words.FROZEN)
    return review


@dataclass(frozen=True)
class _Freezing:
    commune: str
    name: str
    occasion: Occasion
    period: Period
    as_of: datetime
    scope: Scope
    by: str
    at: datetime


def _refuse_unsaid(asked: _Freezing) -> None:
    for detail, said in (("review_name", asked.name), ("by", asked.by)):
        if not said:
            raise errors.DetailMissing(detail)
    if len(asked.name) > NAME_LETTERS:
        raise errors.NameTooLong(asked.name, NAME_LETTERS)
    if asked.as_of > asked.at:
        raise errors.CutOffAhead(asked.as_of)


def _refuse_taken(transaction: Transaction, asked: _Freezing) -> None:
    found = transaction.rows("review", commune=asked.commune, review=key_of_name(asked.name))
    if found:
        raise errors.ReviewNameTaken(found[0]["name_vi"], found[0]["frozen_at"], found[0]["frozen_by"])


def _head(store: Store, asked: _Freezing, targets: list[Row]) -> Row:
    names = {row["commune"]: row["name_vi"] for row in store.rows("communes")}
    judged = {name: targets[0][name] for name in ("plan", "plan_name_vi", "document_number", "document_date")}
    return judged | {
        "commune": asked.commune, "commune_name_vi": names[asked.commune], "name_vi": asked.name,
        "occasion": asked.occasion.value, "period": asked.period.code, "as_of": asked.as_of,
        "scope": asked.scope.kind.value, "scope_name_vi": asked.scope.name_vi,
        "frozen_at": asked.at, "frozen_by": asked.by,
    }  # fmt: skip


def _insert(
    transaction: Transaction, head: Row, lines: list[CanonicalLine], files: dict[str, bytes], key: SigningKey
) -> None:
    remember_key(transaction, key, by=head["frozen_by"], at=head["frozen_at"])
    named = {"commune": head["commune"], "review": key_of_name(head["name_vi"])}
    transaction.run(
        "insert_review", **named, **{column: head[column] for column in _OF_HEAD}, format=FORMAT,
        canonical_sha256=sha256(files[CANONICAL]).hexdigest(), fingerprint=key.fingerprint, signature=files[SIGNATURE],
    )  # fmt: skip
    transaction.run_beside("insert_review_values", _table(lines), **named)
    transaction.run_each(
        "insert_review_file",
        (
            named | {"path": path, "sha256": sha256(content).hexdigest(), "content": content}
            for path, content in files.items()
        ),
    )


def _table(lines: list[CanonicalLine]) -> Tables:
    columns = {name: np.array([getattr(line, name) for line in lines], object) for name in ("part", "content")}
    numbers = {"line": np.arange(1, len(lines) + 1), "ordinal": np.array([line.ordinal for line in lines])}
    return {"review_line": columns | numbers}


def _read_back(store: Store, review: Review, files: dict[str, bytes]) -> None:
    if {file.path for file in review.files} != set(files):
        raise errors.NotSaved(review.name_vi)
    for path, content in files.items():
        if file_of_review(store, review.row, path) != content:
            raise errors.NotSaved(review.name_vi)
