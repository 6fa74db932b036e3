"""'Khóa kỳ báo cáo': what stands for a locked period changes neither by an upload nor by a withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from indicators import ledger
from indicators.errors import DetailMissing, LockUnchanged, PeriodLocked, ReasonMissing, WithdrawalLocked
from indicators.intake import Reading
from indicators.moments import END
from indicators.periods import parse_period
from indicators.store import Store
from tests.makers import MORNING, make_reading, make_sheet, make_store

COMMUNE = "vinh_thinh"
LATER = MORNING + timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    with make_store() as opened:
        yield opened


def lock(store: Store, period: str, at: datetime = MORNING) -> None:
    ledger.lock_period(store, COMMUNE, parse_period(period), by="Lan", at=at)


def unlock(store: Store, period: str) -> None:
    ledger.unlock_period(store, COMMUNE, parse_period(period), reason="Thống kê sửa số", by="Lan", at=LATER)


def send(store: Store, content: bytes, *readings: Reading, reason: str = "", leave_out: bool = False) -> int:
    sheet = make_sheet(*readings)
    said = {"by": "An", "at": MORNING, "reason": reason, "leave_out": leave_out}
    return ledger.record(store, content, "a.xlsx", sheet, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "locked", "free"),
    [
        ("2026-Q3", ["2026-07", "2026-08", "2026-09", "2026-Q3", "2026-9M"], ["2026-06", "2026-10", "2026-H1", "2026"]),
        ("2026-12", ["2026-12", "2026-Q4", "2026-H2", "2026"], ["2026-11", "2026-Q3", "2027-01"]),
        ("2026", ["2026-01", "2026-Q1", "2026-H1", "2026-9M", "2026-12", "2026"], ["2025", "2025-12", "2027-01"]),
    ],
)
def test_a_lock_holds_for_every_period_that_ends_within_its_own(
    store: Store, named: str, locked: list[str], free: list[str]
) -> None:
    lock(store, named)
    found = ledger.locks_standing(store, COMMUNE, END).by_period
    assert set(locked) <= set(found)
    assert not set(free) & set(found)
    assert ledger.locks_standing(store, "vinh_phong", END).by_period == {}
    assert ledger.locks_standing(store, COMMUNE, MORNING - timedelta(seconds=1)).by_period == {}


def test_a_locked_period_refuses_another_value_and_a_first_one_naming_cell_who_and_when(store: Store) -> None:
    send(store, b"1", make_reading(period="2025", value="98.4"))
    lock(store, "2025")
    for content, reading in (
        (b"2", make_reading(period="2025", value="98.5", cell="D8")),
        (b"3", make_reading("new_jobs", period="2025", value="402", cell="D8")),
    ):
        with pytest.raises(PeriodLocked) as caught:
            send(store, content, reading, make_reading())
        (issue,) = caught.value.issues
        assert (issue.code, issue.sheet, issue.cell) == ("period_locked", "Quy 3", "D8")
        assert "năm 2025 đã được Lan khóa lúc 05/10/2026 08:30" in issue.message
    assert len(ledger.uploads(store)) == 1


def test_a_value_that_repeats_what_stands_passes_a_lock(store: Store) -> None:
    send(store, b"1", make_reading(period="2025-Q4", value="98.4"))
    lock(store, "2025")
    # the quarter's value speaks for the year that ends on the same day
    assert send(store, b"2", make_reading(period="2025", value="98.40"), make_reading()) == 2
    assert send(store, b"3", make_reading(period="2025", value="98.4"), make_reading(value="99")) == 3


def test_the_rest_can_be_taken_beside_a_locked_cell(store: Store) -> None:
    send(store, b"1", make_reading(period="2025", value="98.4"))
    lock(store, "2025")
    number = send(
        store, b"2", make_reading(period="2025", value="90", cell="D8"), make_reading(value="99"), leave_out=True
    )
    assert [(row["code"], row["cell"]) for row in ledger.left_out_of(store, number)] == [("period_locked", "D8")]
    assert ledger.known_values(store, COMMUNE, END)["clean_water"] == [
        ("2025", Decimal("98.4")),
        ("2026-Q3", Decimal(99)),
    ]


def test_a_withdrawal_that_changes_a_locked_period_is_refused(store: Store) -> None:
    first = send(store, b"1", make_reading(period="2025", value="98.4"))
    again = send(store, b"2", make_reading(period="2025", value="98.4"), make_reading())
    lock(store, "2025")
    ledger.withdraw(store, again, reason="Nhầm", by="An", at=LATER)  # what stands for 2025 stays 98.4
    with pytest.raises(WithdrawalLocked) as caught:
        ledger.withdraw(store, first, reason="Nhầm", by="An", at=LATER)
    assert {item.named for item in caught.value.locks} == {"2025"}
    unlock(store, "2025")
    ledger.withdraw(store, first, reason="Nhầm", by="An", at=LATER)
    assert ledger.known_values(store, COMMUNE, END) == {}


def test_after_unlocking_a_correction_carries_its_reason(store: Store) -> None:
    send(store, b"1", make_reading(period="2025", value="98.4"))
    lock(store, "2025")
    unlock(store, "2025")
    correction = make_reading(period="2025", value="98.6", cell="D8")
    with pytest.raises(ReasonMissing) as caught:
        send(store, b"2", correction, reason="  ")
    assert caught.value.readings == (correction,)
    assert ledger.preview(store, b"2", make_sheet(correction), LATER).asks_reason
    number = send(store, b"2", correction, reason=" Theo niên giám ")
    assert ledger.uploads(store)[0]["correction_reason"] == "Theo niên giám"
    history = store.rows("value_history", commune=COMMUNE, measure="clean_water", as_of=END)
    assert [row["correction_reason"] for row in history] == [None, "Theo niên giám"]
    # repeated, and first values, need none
    assert send(store, b"3", make_reading(period="2025", value="98.6"), make_reading("new_jobs", "4", "2025")) > number


def test_the_last_act_counts_and_a_useless_one_is_refused(store: Store) -> None:
    with pytest.raises(LockUnchanged):
        unlock(store, "2026-Q3")
    lock(store, "2026")
    with pytest.raises(LockUnchanged):
        lock(store, "2026-Q3")
    unlock(store, "2026-Q3")
    standing = ledger.locks_standing(store, COMMUNE, END).by_period
    assert (standing["2026-Q3"].locked, standing["2026-Q2"].locked, standing["2026-9M"].locked) == (False, True, False)
    rows = ledger.locks(store, COMMUNE, END)
    assert [(row["act"], row["period"], row["locked"], row["reason"]) for row in rows] == [
        (2, "2026-Q3", False, "Thống kê sửa số"),
        (1, "2026", True, ""),
    ]


def test_who_and_for_unlocking_why_are_asked_for(store: Store) -> None:
    with pytest.raises(DetailMissing):
        ledger.lock_period(store, COMMUNE, parse_period("2026"), by=" ", at=MORNING)
    lock(store, "2026")
    with pytest.raises(DetailMissing) as caught:
        ledger.unlock_period(store, COMMUNE, parse_period("2026"), reason=" ", by="Lan", at=MORNING)
    assert caught.value.detail == "unlock_reason"


def test_a_lock_moves_the_head_that_the_pages_keep_answers_by(store: Store) -> None:
    before = store.rows("ledger_head", commune=COMMUNE, as_of=END)
    lock(store, "2026")
    assert store.rows("ledger_head", commune=COMMUNE, as_of=END) != before
