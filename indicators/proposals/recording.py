"""Recording what is proposed on a review: rows are only added, and read back; the review is never touched."""

from __future__ import annotations

from datetime import datetime

from indicators.errors import DetailMissing, NotSaved, ProposalRefused
from indicators.moments import END
from indicators.periods import parse_period
from indicators.proposals.model import Fault, Proposal, fault_of
from indicators.reviews.model import Review
from indicators.store import Row, Store, Transaction

_NOTHING: Row = dict.fromkeys(("goal_value", "goal_stretch", "tolerance", "last_year", "suspended"))


def propose(store: Store, review: Review, proposal: Proposal, *, reason: str, by: str, at: datetime) -> int:
    """Records a proposal on the review; it replaces what was proposed of the target before. The act's number. Raises
    DetailMissing, ProposalRefused (`fault`), NotSaved; then nothing is stored."""
    found = next((row for row in review.rows("targets") if row["target"] == proposal.target), None)
    fault = fault_of(proposal, found, parse_period(review.period).year)
    if fault is not None:
        raise ProposalRefused(fault, proposal.target)
    return _record(store, review, {**vars(proposal), "withdrawn": False}, reason, by, at)


def withdraw_proposal(store: Store, review: Review, target: str, *, reason: str, by: str, at: datetime) -> int:
    """Takes back what is proposed of a target, by a row of its own; the act's number. Raises DetailMissing,
    ProposalRefused where nothing stands, NotSaved."""
    return _record(store, review, {**_NOTHING, "target": target, "withdrawn": True}, reason, by, at)


def standing_proposals(store: Store, review: Review, as_of: datetime) -> dict[str, Row]:
    """Target → what is proposed of it as of the moment: the newest row, where that is no withdrawal; in the order of
    the review's targets."""
    standing = {
        row["target"]: row
        for row in all_proposals(store, review, as_of)
        if row["is_newest"] and not row["withdrawn"]
    }  # fmt: skip
    order = [row["target"] for row in review.rows("targets")]
    return {target: standing[target] for target in sorted(standing, key=order.index)}


def all_proposals(store: Store, review: Review, as_of: datetime) -> list[Row]:
    """Every act, in order: the columns of sql/queries/review_proposals.sql."""
    return store.rows("review_proposals", as_of=as_of, **_key(review))


def _record(store: Store, review: Review, said: Row, reason: str, by: str, at: datetime) -> int:
    for detail, text in (("by", by), ("reason", reason)):
        if not text.strip():
            raise DetailMissing(detail)
    details = {"reason": reason.strip(), "acted_by": by.strip(), "acted_at": at}
    with store.writing() as transaction:
        if said["withdrawn"]:
            _require_standing(transaction, review, said["target"])
        act = int(transaction.rows("next_review_proposal", **_key(review))[0]["act"])
        row: Row = {**_key(review), "act": act, **said, **details}
        transaction.run("insert_review_proposal", **row)
    kept: Row = next((one for one in all_proposals(store, review, END) if one["act"] == act), {})
    if {name: kept.get(name) for name in row} != row:
        raise NotSaved(f"{review.name_vi} ({said['target']})")
    return act


def _require_standing(transaction: Transaction, review: Review, target: str) -> None:
    acts = [
        row
        for row in transaction.rows("review_proposals", as_of=END, **_key(review))
        if row["target"] == target
    ]  # fmt: skip
    if not acts or acts[-1]["withdrawn"]:
        raise ProposalRefused(Fault.NONE_STANDING, target)


def _key(review: Review) -> Row:
    return {"commune": review.row["commune"], "review": review.row["review"]}
