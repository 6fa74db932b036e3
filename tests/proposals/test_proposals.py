"""What is proposed on a review: newer over older, withdrawals as rows, refusals; the review stays as it is."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from indicators.errors import DetailMissing, ProposalRefused
from indicators.moments import END
from indicators.proposals import (
    Fault,
    Proposal,
    all_proposals,
    propose,
    standing_proposals,
    withdraw_proposal,
)
from indicators.reviews.model import Review
from indicators.store import Store, open_store

AT = datetime(2028, 7, 20, 2)
_NUMBERS = count(1)
_KEY = ""


@pytest.fixture(scope="module")
def shared() -> Store:
    return open_store(None)


@pytest.fixture
def store(shared: Store) -> Store:
    """Every test has a review of its own in it."""
    global _KEY  # noqa: PLW0603
    _KEY = f"giữa kỳ {next(_NUMBERS)}"
    return shared


def review(**columns: object) -> Review:
    """A review of one target, by hand."""
    target = {"scenario": "floor", "target": "9.1", "bound": "at_least", "decimals": 1} | columns
    row = {"commune": "vinh_thinh", "review": _KEY, "name_vi": "Giữa kỳ", "period": "2028-Q2"}
    return Review(row, {"targets": (target,)}, ())


def say(store: Store, of: Review | None = None, at: datetime = AT, **changes: Any) -> int:
    proposal = Proposal(**{"target": "9.1", **changes})
    return propose(store, of or review(), proposal, reason="Khó đạt", by="Trần Thị Bình", at=at)


def test_the_newest_proposal_of_a_target_stands_and_none_is_lost(store: Store) -> None:
    say(store, goal_value=Decimal("85.5"))
    say(store, at=AT + timedelta(days=1), goal_value=Decimal(80), last_year=2029)
    [row] = standing_proposals(store, review(), END).values()
    assert (row["goal_value"], row["last_year"], row["goal_stretch"], row["suspended"]) == (80, 2029, None, None)
    assert [act["goal_value"] for act in all_proposals(store, review(), END)] == [Decimal("85.5"), 80]


def test_looking_back_the_one_of_that_moment_stands(store: Store) -> None:
    say(store, goal_value=Decimal(85))
    say(store, at=AT + timedelta(days=2), goal_value=Decimal(80))
    [row] = standing_proposals(store, review(), AT + timedelta(days=1)).values()
    assert row["goal_value"] == 85


def test_a_withdrawal_is_a_row_and_can_be_followed_by_another_proposal(store: Store) -> None:
    say(store, suspended=True)
    withdraw_proposal(store, review(), "9.1", reason="Nhầm", by="An", at=AT + timedelta(hours=1))
    assert standing_proposals(store, review(), END) == {}
    assert len(all_proposals(store, review(), END)) == 2
    with pytest.raises(ProposalRefused) as refused:
        withdraw_proposal(store, review(), "9.1", reason="Nhầm", by="An", at=AT + timedelta(hours=2))
    assert refused.value.fault is Fault.NONE_STANDING
    say(store, at=AT + timedelta(hours=3), suspended=False)
    assert standing_proposals(store, review(), END)["9.1"]["suspended"] is False


def test_what_is_proposed_on_one_review_is_not_said_of_another(store: Store) -> None:
    say(store, goal_value=Decimal(85))
    other = Review(review().row | {"review": "tổng kết"}, review().parts, ())
    assert standing_proposals(store, other, END) == {}


@pytest.mark.parametrize(
    ("fault", "changes", "columns"),
    [
        (Fault.TARGET_UNKNOWN, {"target": "99"}, {}),
        (Fault.NOTHING, {}, {}),
        (Fault.YES_NO, {"goal_value": Decimal(1)}, {"bound": "achieved"}),
        (Fault.NOT_WHOLE, {"goal_value": Decimal("1.5")}, {"decimals": 0}),
        (Fault.NOT_WHOLE, {"goal_stretch": Decimal("1.5")}, {"decimals": 0}),
        (Fault.TOO_LARGE, {"goal_value": Decimal(10) ** 13}, {}),
        (Fault.TOO_PRECISE, {"tolerance": Decimal("0.00001")}, {}),
        (Fault.NEGATIVE_TOLERANCE, {"tolerance": Decimal(-1)}, {}),
        (Fault.STRETCH_SIDE, {"goal_value": Decimal(80), "goal_stretch": Decimal(80)}, {}),
        (Fault.STRETCH_SIDE, {"goal_value": Decimal(3), "goal_stretch": Decimal(5)}, {"bound": "at_most"}),
        (Fault.YEAR_OVER, {"last_year": 2027}, {}),
        (Fault.YEAR_OVER, {"last_year": 2031}, {}),
    ],
)
def test_what_cannot_be_is_refused_and_not_stored(
    store: Store, fault: Fault, changes: dict[str, Any], columns: dict[str, object]
) -> None:
    with pytest.raises(ProposalRefused) as refused:
        say(store, review(**columns), **changes)
    assert refused.value.fault is fault
    assert all_proposals(store, review(), END) == []


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"goal_value": Decimal(5), "goal_stretch": Decimal(3)}, {"bound": "at_most"}),
        ({"last_year": 2028}, {"bound": "achieved"}),
        ({"tolerance": Decimal("0.5")}, {"decimals": 0}),
    ],
)
def test_what_can_be_is_stored(store: Store, changes: dict[str, Any], columns: dict[str, object]) -> None:
    say(store, review(**columns), **changes)
    assert set(standing_proposals(store, review(), END)) == {"9.1"}


def test_who_and_why_must_be_said(store: Store) -> None:
    for reason, by, detail in ((" ", "An", "reason"), ("Khó", "", "by")):
        with pytest.raises(DetailMissing) as missing:
            propose(store, review(), Proposal("9.1", last_year=2029), reason=reason, by=by, at=AT)
        assert missing.value.detail == detail
    assert all_proposals(store, review(), END) == []
