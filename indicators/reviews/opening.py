"""Opens frozen reviews. One whose rows, signature or key no longer agree is refused, never shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from indicators import errors
from indicators.moments import END
from indicators.reviews.canonical import CanonicalLine, canonical_bytes
from indicators.reviews.model import FrozenParts, Review, ReviewFile, key_of_name
from indicators.store import Row, Store
from indicators.verification.keys import fingerprint_of, is_signed, read_public_key
from indicators.verification.layout import MANIFEST, SIGNATURE


def reviews(store: Store, commune: str, as_of: datetime = END) -> list[Row]:
    """A row a review frozen by the moment, the newest first: the columns of kpi.review (sql/schema/050_review.sql)."""
    return store.rows("reviews", commune=commune, as_of=as_of)


def open_review(store: Store, commune: str, name: str, as_of: datetime = END) -> Review:
    """The review of that name (case and spaces do not matter), its rows, files and signature checked; one frozen after
    the moment is not known yet.

    Raises ReviewUnknown, ReviewDamaged.
    """
    row = review_row(store, commune, name, as_of)
    asked = {"commune": commune, "review": row["review"]}
    lines = [CanonicalLine(**line) for line in store.rows("review_lines", **asked)]
    if sha256(canonical_bytes(lines)).hexdigest() != row["canonical_sha256"]:
        raise errors.ReviewDamaged(row["name_vi"], "rows")
    files = tuple(ReviewFile(**file) for file in store.rows("review_files", **asked))
    _check_files(row, files, _signed_manifest(store, row))
    review = Review(row, FrozenParts(lines), files)
    if any(row[column] != value for column, value in review.head.items() if column in row):
        raise errors.ReviewDamaged(row["name_vi"], "head")
    return review


def review_row(store: Store, commune: str, name: str, as_of: datetime = END) -> Row:
    """Its row of kpi.review. Raises ReviewUnknown."""
    found = store.rows("review", commune=commune, review=key_of_name(name))
    if not found or found[0]["frozen_at"] > as_of:
        raise errors.ReviewUnknown(name, [row["name_vi"] for row in reviews(store, commune, as_of)])
    return found[0]


def file_of_review(store: Store, row: Row, path: str) -> bytes:
    """A file of the folder as it was made. `row`: of kpi.review. Raises ReviewDamaged where it is gone or another."""
    found = store.rows("review_file", commune=row["commune"], review=row["review"], path=path)
    if not found or sha256(found[0]["content"]).hexdigest() != found[0]["sha256"]:
        raise errors.ReviewDamaged(row["name_vi"], "file")
    return bytes(found[0]["content"])


def _check_files(row: Row, files: Sequence[ReviewFile], manifest: bytes) -> None:
    """Those that were signed, all of them and no other: what is kept beside them agrees with whoever changed both."""
    signed = {path: file["sha256"] for path, file in json.loads(manifest)["files"].items()}
    signed |= {MANIFEST: sha256(manifest).hexdigest(), SIGNATURE: sha256(row["signature"]).hexdigest()}
    if {file.path: file.sha256 for file in files} != signed:
        raise errors.ReviewDamaged(row["name_vi"], "file")


def _signed_manifest(store: Store, row: Row) -> bytes:
    """The manifest, its signature checked."""
    manifest = file_of_review(store, row, MANIFEST)
    known = {key["fingerprint"]: key["public_key"] for key in store.rows("signing_keys")}
    try:
        key = read_public_key(known.get(row["fingerprint"], "").encode())
    except ValueError as error:
        raise errors.ReviewDamaged(row["name_vi"], "key") from error
    if fingerprint_of(key) != row["fingerprint"]:
        raise errors.ReviewDamaged(row["name_vi"], "key")
    if (
        not is_signed(key, row["signature"], manifest)
        or json.loads(manifest)["canonical_sha256"] != row["canonical_sha256"]
    ):
        raise errors.ReviewDamaged(row["name_vi"], "signature")
    return manifest
