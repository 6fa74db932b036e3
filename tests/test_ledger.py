from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

import duckdb
import pytest

from indicators import ledger
from indicators.errors import (
    AlreadyWithdrawn,
    DetailMissing,
    LikelyUnconfirmed,
    NotSaved,
    PreviewOutdated,
    SameFile,
    SheetRefused,
    UploadUnknown,
)
from indicators.intake import Match, Severity
from indicators.ledger import Change, recording
from indicators.store import Store
from tests.makers import MORNING, make_issue, make_reading, make_sheet, make_store

EVENING = MORNING + timedelta(hours=8)
NEXT_DAY = MORNING + timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    with make_store() as opened:
        yield opened


def standing(store: Store, as_of: datetime = NEXT_DAY) -> dict[tuple[str, str], Decimal]:
    rows = store.rows("observations_standing", commune="vinh_thinh", as_of=as_of)
    return {(row["measure"], row["period"]): row["value"] for row in rows}


def test_an_upload_keeps_its_bytes_hash_who_and_when(store: Store) -> None:
    number = ledger.record(
        store, b"bieu", "q3.xlsx", make_sheet(issues=(make_issue(code="hidden_row"),)), by="An", at=MORNING
    )
    row = ledger.uploads(store)[0]
    assert (row["upload"], row["file_name"], row["recorded_by"], row["recorded_at"]) == (
        number,
        "q3.xlsx",
        "An",
        MORNING,
    )
    # printf bieu | sha256sum
    assert row["sha256"] == "4faa1e5614f72bbaeedc6f67243600d0af604a814ce863f7eb015c9de3af18a8"
    assert (row["size_bytes"], row["observations"], row["remarks"], row["warnings"]) == (4, 1, 1, 1)
    assert bytes(store.rows("upload_file", upload=number)[0]["content"]) == b"bieu"
    assert standing(store) == {("clean_water", "2026-Q3"): Decimal("98.9")}


def test_a_preview_tells_new_changed_and_same(store: Store) -> None:
    first = make_sheet(make_reading(value="98.4", period="2026-Q2"), make_reading(value="98.9"))
    ledger.record(store, b"1", "a.xlsx", first, by="An", at=MORNING)
    second = make_sheet(
        make_reading(value="98.4", period="2026-Q2"), make_reading(value="99"), make_reading("new_jobs", "402")
    )
    rows = ledger.preview(store, b"2", second, EVENING).rows
    assert [row.change for row in rows] == [Change.SAME, Change.CHANGED, Change.NEW]
    assert [row.earlier_value for row in rows] == [Decimal("98.4"), Decimal("98.9"), None]
    assert [row.earlier_upload for row in rows] == [1, 1, None]


def test_a_correction_counts_from_its_moment_on(store: Store) -> None:
    ledger.record(store, b"1", "a.xlsx", make_sheet(make_reading(value="98.9")), by="An", at=MORNING)
    ledger.record(store, b"2", "b.xlsx", make_sheet(make_reading(value="99.1")), by="An", at=EVENING)
    key = ("clean_water", "2026-Q3")
    assert standing(store, MORNING)[key] == Decimal("98.9")
    assert standing(store, EVENING - timedelta(seconds=1))[key] == Decimal("98.9")
    assert standing(store, EVENING)[key] == Decimal("99.1")


def test_a_withdrawal_brings_back_the_state_before_and_keeps_the_history(store: Store) -> None:
    ledger.record(store, b"1", "a.xlsx", make_sheet(make_reading(value="98.9")), by="An", at=MORNING)
    before = standing(store)
    upload = ledger.record(
        store,
        b"2",
        "b.xlsx",
        make_sheet(make_reading(value="12"), make_reading("new_jobs", "402")),
        by="An",
        at=EVENING,
    )
    ledger.withdraw(store, upload, reason="Nhầm đơn vị", by="Bình", at=NEXT_DAY)
    assert standing(store) == before
    assert standing(store, NEXT_DAY - timedelta(seconds=1))[("clean_water", "2026-Q3")] == 12
    row = ledger.uploads(store)[0]
    assert (row["withdrawn_at"], row["withdrawn_by"], row["reason"]) == (NEXT_DAY, "Bình", "Nhầm đơn vị")
    assert row["observations"] == 2


def test_the_same_file_is_refused_naming_the_first_until_it_is_withdrawn(store: Store) -> None:
    first = ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=MORNING)
    with pytest.raises(SameFile) as caught:
        ledger.record(store, b"1", "khac.xlsx", make_sheet(), by="Bình", at=EVENING)
    assert (caught.value.upload, caught.value.recorded_by, caught.value.recorded_at) == (first, "An", MORNING)
    assert len(ledger.uploads(store)) == 1
    ledger.withdraw(store, first, reason="Gửi lại", by="An", at=EVENING)
    assert ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=NEXT_DAY) == first + 1


def test_a_sheet_with_errors_or_without_readings_stores_nothing(store: Store) -> None:
    wrong = make_sheet(issues=(make_issue(Severity.ERROR, "out_of_range"),))
    empty = make_sheet(commune=None, issues=(make_issue(Severity.ERROR, "no_row_recognised"),))
    for sheet in (wrong, empty):
        with pytest.raises(SheetRefused) as caught:
            ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING)
        assert caught.value.issues == sheet.errors
    assert ledger.uploads(store) == []


def test_a_likely_row_waits_for_confirmation(store: Store) -> None:
    sheet = make_sheet(make_reading(match=Match.LIKELY))
    with pytest.raises(LikelyUnconfirmed) as caught:
        ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING)
    assert caught.value.readings == sheet.readings
    assert ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING, accept_likely=True) == 1


def test_only_what_was_previewed_is_recorded(store: Store) -> None:
    token = ledger.preview(store, b"1", make_sheet(), MORNING).token
    with pytest.raises(PreviewOutdated):
        ledger.record(store, b"other bytes", "a.xlsx", make_sheet(), by="An", at=MORNING, token=token)
    ledger.record(store, b"2", "b.xlsx", make_sheet(), by="An", at=MORNING)
    with pytest.raises(PreviewOutdated):
        ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=MORNING, token=token)
    token = ledger.preview(store, b"1", make_sheet(), MORNING).token
    assert ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=MORNING, token=token) == 2


def test_nothing_is_half_stored_when_a_row_fails(store: Store) -> None:
    twice = make_sheet(make_reading(cell="F8"), make_reading(cell="F9"))
    with pytest.raises(duckdb.Error):
        ledger.record(store, b"1", "a.xlsx", twice, by="An", at=MORNING)
    assert ledger.uploads(store) == []
    assert standing(store) == {}


def test_what_cannot_be_read_back_is_not_called_saved(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "_insert_contents", lambda *_: None)
    with pytest.raises(NotSaved):
        ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=MORNING)


def test_who_and_why_are_asked_for(store: Store) -> None:
    with pytest.raises(DetailMissing) as caught:
        ledger.record(store, b"1", "a.xlsx", make_sheet(), by="  ", at=MORNING)
    assert caught.value.detail == "by"
    upload = ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=MORNING)
    with pytest.raises(DetailMissing) as caught:
        ledger.withdraw(store, upload, reason=" ", by="An", at=EVENING)
    assert caught.value.detail == "reason"
    assert ledger.uploads(store)[0]["withdrawn_at"] is None


def test_what_is_not_there_or_already_gone_cannot_be_withdrawn(store: Store) -> None:
    with pytest.raises(UploadUnknown):
        ledger.withdraw(store, 7, reason="Nhầm", by="An", at=EVENING)
    upload = ledger.record(store, b"1", "a.xlsx", make_sheet(), by="An", at=MORNING)
    ledger.withdraw(store, upload, reason="Nhầm", by="An", at=EVENING)
    with pytest.raises(AlreadyWithdrawn) as caught:
        ledger.withdraw(store, upload, reason="Nhầm", by="Bình", at=NEXT_DAY)
    assert (caught.value.withdrawn_by, caught.value.withdrawn_at) == ("An", EVENING)


def test_a_value_recorded_before_its_period_ended_stays_an_estimate(store: Store) -> None:
    sheet = make_sheet(make_reading(period="2026-Q3"), make_reading(period="2026-Q4"), make_reading(period="2026-10"))
    ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING)
    with store._connection.cursor() as cursor:
        found = dict(
            cursor.execute("select period, estimate from observation_standing($t)", {"t": NEXT_DAY}).fetchall()
        )
    assert found == {"2026-Q3": False, "2026-10": True, "2026-Q4": True}


def test_the_past_of_a_measure_is_by_time(store: Store) -> None:
    sheet = make_sheet(make_reading(period="2026-Q3", value="98.9"), make_reading(period="2025", value="98.4"))
    ledger.record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING)
    assert ledger.known_values(store, "vinh_thinh", NEXT_DAY) == {
        "clean_water": [("2025", Decimal("98.4")), ("2026-Q3", Decimal("98.9"))]
    }
    assert ledger.known_values(store, "vinh_phong", NEXT_DAY) == {}


def test_a_preview_as_of_an_earlier_moment_is_outdated(store: Store) -> None:
    ledger.record(store, b"2", "b.xlsx", make_sheet(), by="An", at=EVENING)
    token = ledger.preview(store, b"1", make_sheet(make_reading(value="99")), MORNING).token
    with pytest.raises(PreviewOutdated):
        ledger.record(store, b"1", "a.xlsx", make_sheet(make_reading(value="99")), by="An", at=NEXT_DAY, token=token)
