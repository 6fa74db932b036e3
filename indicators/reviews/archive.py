"""A review's folder as one .zip: the stored files, byte for byte, in the order of their paths."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from indicators.reviews.model import Review
from indicators.reviews.opening import file_of_review
from indicators.store import Store


def folder_as_zip(store: Store, review: Review, folder: str) -> bytes:
    """The .zip of the review's files within `folder`; the same review gives the same bytes. Raises ReviewDamaged."""
    frozen_at = review.row["frozen_at"].timetuple()[:6]
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for file in review.files:
            entry = ZipInfo(f"{folder}/{file.path}", frozen_at)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file_of_review(store, review.row, file.path))
    return content.getvalue()
