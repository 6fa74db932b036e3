"""What every target of every commune was judged to be, kept: to compare thousands of communes as of any moment.

as_of(store, communes, periods, as_of)   the judgements that stood then; what is out of date is made again first
refresh(store, communes)                 makes again what was made from another record, or by other rules
rebuild(store)                           drops everything and makes it again, in the order it is read

Derived from the rows that were recorded, by the macros that judge on the screens (design, sections 3 and 5), in
scenario floor, for every period after the plans' baseline. A write never waits for it nor fails by it: a reader finds
that the record has moved on, and catches up (docs/decisions/0009-judgements.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256

from indicators.store import SQL, Row, Store, Transaction

#: Communes made in one transaction: what their judgements take in memory while they are made.
_AT_ONCE = 100


def as_of(store: Store, communes: Sequence[str], periods: Sequence[str], as_of: datetime) -> list[Row]:
    """By commune, target and period: plan, indicator, measure, actual_value, planned_value and distance in the target's
    unit, status, is_final: as `judged` would say as of that moment (UTC), for periods after the baseline."""
    if not communes or not periods:
        return []
    refresh(store, communes)
    return store.rows("judgements_as_of", communes=list(communes), periods=list(periods), as_of=as_of)


def refresh(store: Store, communes: Sequence[str] | None = None) -> int:
    """Makes again what is out of date, of these communes or of all; how many communes that were."""
    asked = None if communes is None else list(communes)
    stale = store.rows("judgement_stale", communes=asked, views=_views())
    for first in range(0, len(stale), _AT_ONCE):
        _make(store, [row["commune"] for row in stale[first : first + _AT_ONCE]])
    return len(stale)


def rebuild(store: Store) -> int:
    """Drops all judgements and makes them again; of how many communes."""
    with store.writing() as transaction:
        transaction.run("delete_judgements")
        transaction.run("delete_judgement_heads")
    return refresh(store)


def _make(store: Store, communes: list[str]) -> None:
    def prepare(draft: Transaction) -> None:
        draft.run("create_judgement_draft")
        for state in draft.rows("judgement_states", communes=communes):
            draft.run("insert_judgement_draft", communes=state["communes"], state_from=state["state_from"])
        draft.run("merge_judgement_draft")

    with store.writing(prepare) as transaction:
        heads = transaction.rows("judgement_stale", communes=communes, views=_views())
        transaction.run("delete_judgement_outdated", communes=communes)
        transaction.run("insert_judgement_new", communes=communes)
        transaction.run_each("set_judgement_head", heads)


@cache
def _views() -> str:
    """A hash of the rules: of every statement of sql/views."""
    files = sorted((SQL / "views").glob("*.sql"))
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
