"""A province's sheet recorded whole or not at all, its bytes once, and taken back for all its communes."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from indicators import ledger
from indicators.enrolment import enrol
from indicators.errors import (
    DoubtfulUnconfirmed,
    LikelyUnconfirmed,
    PeriodLocked,
    PreviewOutdated,
    SameFile,
    SheetRefused,
)
from indicators.moments import END
from indicators.periods import parse_period
from indicators.province import check_province, record_province
from indicators.province.recording import rest_of
from indicators.store import Store, open_store
from tests.intake.sheets import COMMUNES
from tests.province.sheets import JOBS, TITLE, WATER, read

AT, LATER = datetime(2026, 10, 6), datetime(2026, 10, 7)
HEAD = ("Mã xã", "Tên xã", WATER, JOBS)
ROWS = ((1234, "xã An Hòa", 91.5, 12), (123, "xã Vĩnh Thịnh", 90, 7))


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(None) as opened:
        enrol(opened, COMMUNES, by="Lan", at=datetime(2026, 1, 1))
        yield opened


def record(store, content, *rows, at=AT, **said):
    reading = read(TITLE, HEAD, *rows)
    return record_province(
        store, content, "tinh.xlsx", check_province(store, content, reading, at), by="Lan", at=at, **said
    )


def standing(store, commune):
    rows = store.rows("observations_standing", commune=commune, as_of=END)
    return {row["measure"]: (float(row["value"]), row["upload"]) for row in rows}


def test_all_communes_stand_under_one_number_and_the_bytes_once(store):
    upload = record(store, b"tep", *ROWS)
    assert standing(store, "01234") == {"clean_water": (91.5, upload), "new_jobs": (12, upload)}
    assert standing(store, "vinh_thinh") == {"clean_water": (90, upload), "new_jobs": (7, upload)}
    [first, second] = ledger.uploads(store)
    assert (first["size_bytes"], first["communes"], first["observations"]) == (3, 2, 2)
    assert second["upload"] == upload
    assert [bytes(row["content"]) for row in store.rows("upload_file", upload=upload)] == [b"tep"]
    assert {row["name_vi"] for row in store.rows("communes")} >= {"xã An Hòa", "xã Vĩnh Thịnh"}


def test_what_stands_is_told_from_what_is_new(store):
    record(store, b"tep", *ROWS)
    found = check_province(store, b"2", read(TITLE, HEAD, ROWS[0], (123, None, 91, None), (456, None, 80, 1)), LATER)
    assert (found.new, found.changed, found.same) == (2, 1, 2)


def test_one_wrong_cell_refuses_all_and_the_rest_may_be_taken(store):
    wrong = (456, "Phường 1", 120, 3)
    with pytest.raises(SheetRefused):
        record(store, b"tep", *ROWS, wrong)
    assert ledger.uploads(store) == []
    upload = record(store, b"tep", *ROWS, wrong, leave_out=True)
    assert standing(store, "00456") == {"new_jobs": (3, upload)}
    assert [(row["cell"], row["code"]) for row in ledger.left_out_of(store, upload)] == [("C5", "out_of_range")]


def test_withdrawn_it_is_gone_for_every_commune_and_may_come_again(store):
    upload = record(store, b"tep", *ROWS)
    with pytest.raises(SameFile):
        record(store, b"tep", *ROWS, at=LATER)
    ledger.withdraw(store, upload, reason="sai", by="Lan", at=LATER)
    assert standing(store, "01234") == standing(store, "vinh_thinh") == {}
    assert record(store, b"tep", *ROWS, at=LATER) == upload + 1


def test_doubts_and_likenesses_must_be_confirmed(store):
    record(store, b"1", (1234, "xã An Hòa", 91.5, 12), (123, None, 90, 7))
    later = read(("QUÝ IV NĂM 2026",), HEAD, (1234, None, 20, 30), (123, None, 91, 8))
    found = check_province(store, b"2", later, LATER)
    assert [(issue.code, issue.cell) for issue in found.doubtful] == [("far_from_past", "C3")]
    with pytest.raises(DoubtfulUnconfirmed):
        record_province(store, b"2", "t", found, by="Lan", at=LATER)
    assert record_province(store, b"2", "t", found, by="Lan", at=LATER, accept_doubtful=True) == 2
    likely = read(TITLE, ("Mã xã", "Tỷ lệ người dân sử dụng nước sạch", JOBS), (1234, 91, 12), (456, 90, 1))
    with pytest.raises(LikelyUnconfirmed):
        record_province(store, b"3", "t", check_province(store, b"3", likely, LATER), by="Lan", at=LATER)


def test_what_came_after_the_moment_that_was_shown_is_told(store):
    reading = read(TITLE, HEAD, *ROWS)
    record(store, b"1", (1234, None, 91, 11), at=LATER)
    shown = check_province(store, b"2", reading, AT)
    with pytest.raises(PreviewOutdated):
        record_province(store, b"2", "t", shown, by="Lan", at=LATER, token=shown.token)
    again = check_province(store, b"2", reading, LATER)
    assert record_province(store, b"2", "t", again, by="Lan", at=LATER, token=again.token) == 2


def test_a_locked_period_refuses_what_would_change_it(store):
    record(store, b"1", *ROWS)
    ledger.lock_period(store, "vinh_thinh", parse_period("2026-Q3"), by="Lan", at=LATER)
    changed = (ROWS[0], (123, None, 90, 8))
    with pytest.raises(PeriodLocked) as refused:
        record(store, b"2", *changed, at=LATER)
    assert [issue.cell for issue in refused.value.issues] == ["D4"]
    assert record(store, b"3", *ROWS, at=LATER) == 2, "what repeats what stands passes a lock"
    assert record(store, b"4", *changed, at=LATER, leave_out=True) == 3
    assert standing(store, "vinh_thinh")["new_jobs"][0] == 7


def test_where_nothing_stands_all_is_new_and_afterwards_the_same(store):
    reading = read(TITLE, HEAD, *ROWS)
    count = len(reading.values)
    for found in (check_province(None, b"1", reading, AT), check_province(store, b"1", reading, AT)):
        assert (found.new, found.changed, found.same, found.changes.tolist()) == (count, 0, 0, [0] * count)
    record(store, b"1", *ROWS)
    again = check_province(store, b"2", reading, LATER)
    assert (again.new, again.same) == (0, count)


def test_a_lock_holds_where_nothing_stands_yet(store):
    ledger.lock_period(store, "vinh_thinh", parse_period("2026-Q3"), by="Lan", at=datetime(2026, 10, 1))
    found = check_province(store, b"1", read(TITLE, HEAD, *ROWS), AT)
    assert [(issue.code, issue.cell) for issue in found.errors] == [("period_locked", "C4"), ("period_locked", "D4")]
    left = rest_of(found)
    assert (found.new, left.new, len(left.reading.values), list(left.reading.communes)) == (4, 2, 2, ["01234"])
