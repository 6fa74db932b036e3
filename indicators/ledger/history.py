"""What was sent so far, as a commune's screen asks for it: never a row for each of thousands of communes."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from indicators.errors import SameFile
from indicators.moments import END
from indicators.store import Row, Store


def upload_history(store: Store, commune: str, as_of: datetime = END) -> list[Row]:
    """The uploads of up to a moment that hold figures of a commune, the newest first: upload, period, file_name,
    recorded_at/by (UTC), counts of observations and left_out, left_out_cells (the first twelve), communes,
    correction_reason, withdrawn_at/by and reason (None where it stood then)."""
    return store.rows("upload_history", commune=commune, as_of=as_of)


def upload_counts(store: Store) -> tuple[int, int]:
    """How many uploads and withdrawals there are, of all communes."""
    row = store.rows("upload_counts")[0]
    return row["uploads"], row["withdrawals"]


def standing_file(store: Store, content: bytes, commune: str | None) -> SameFile | None:
    """The refusal that recording this file would meet because it stands already; without a commune, of a file of many,
    or of one that does not say whose it is."""
    digest = sha256(content).hexdigest()
    if commune is None:
        found = store.rows("province_same_file", sha256=digest)
    else:
        found = store.rows("standing_upload_of_file", commune=commune, sha256=digest)
    return SameFile(found[0]["upload"], found[0]["recorded_at"], found[0]["recorded_by"]) if found else None
