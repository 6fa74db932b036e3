"""A register taken into the store: what is new or said otherwise as newer rows, never over the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from indicators.errors import DetailMissing, NotSaved
from indicators.moments import END
from indicators.register.model import RegisterEntry
from indicators.store import Store

_COLUMNS = ("code", "name_vi", "parent_vi")


def record_register(store: Store, entries: Sequence[RegisterEntry], *, by: str, at: datetime) -> int:
    """How many entries were new or changed. One transaction, read back. Raises DetailMissing, NotSaved."""
    if not by.strip():
        raise DetailMissing("by")
    with store.writing() as transaction:
        known = {row["code"]: row for row in transaction.rows("register_newest", as_of=END)}
        changed = [entry for entry in entries if not _is_said(known.get(entry.code), entry)]
        if changed:
            table = {name: np.array([getattr(entry, name) for entry in changed], object) for name in _COLUMNS}
            said = {"recorded_at": at, "recorded_by": by.strip()}
            transaction.run_beside("insert_register_entries", {"register_entry": table}, **said)
    saved = {(row["code"], row["name_vi"], row["parent_vi"]) for row in store.rows("register_newest", as_of=END)}
    if any((entry.code, entry.name_vi, entry.parent_vi) not in saved for entry in entries):
        raise NotSaved("register")
    return len(changed)


def _is_said(row: dict[str, object] | None, entry: RegisterEntry) -> bool:
    return row is not None and (row["name_vi"], row["parent_vi"]) == (entry.name_vi, entry.parent_vi)
