"""The uploads as a commune's screen asks for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from indicators.intake import Issue, Severity
from indicators.ledger import record, standing_file, upload_counts, upload_history, withdraw
from indicators.store import Store
from tests.makers import MORNING, make_reading, make_sheet, make_store

NOON = MORNING + timedelta(hours=4)


@pytest.fixture
def store() -> Iterator[Store]:
    with make_store() as opened:
        yield opened


def test_a_commune_sees_its_own_uploads_the_newest_first_with_the_cells_left_out(store: Store) -> None:
    wrong = [Issue("text_not_number", Severity.ERROR, "Ô sai.", "Quy 3", f"F{row}") for row in range(21, 34)]
    sheet = make_sheet(make_reading(), issues=(*wrong, replace(wrong[0], code="value_out_of_range")))
    assert record(store, b"1", "a.xlsx", sheet, by="An", at=MORNING, leave_out=True) == 1
    other = make_sheet(make_reading(), commune="vinh_phong")
    assert record(store, b"2", "b.xlsx", other, by="Lan", at=MORNING) == 2
    again = make_sheet(make_reading(value="99"))
    assert record(store, b"3", "c.xlsx", again, by="An", at=NOON) == 3
    withdraw(store, 3, reason="Sai", by="An", at=NOON)
    newest, first = upload_history(store, "vinh_thinh")
    assert (newest["upload"], newest["withdrawn_by"], newest["left_out"], newest["left_out_cells"]) == (3, "An", 0, [])
    assert (first["upload"], first["observations"], first["communes"], first["left_out"]) == (1, 1, 1, 13)
    assert first["left_out_cells"] == [f"Quy 3!F{row}" for row in range(21, 33)]
    assert upload_counts(store) == (3, 1)


def test_a_file_stands_for_its_commune_until_it_is_withdrawn(store: Store) -> None:
    record(store, b"1", "a.xlsx", make_sheet(make_reading()), by="An", at=MORNING)
    found = standing_file(store, b"1", "vinh_thinh")
    assert found is not None
    assert (found.upload, found.recorded_by) == (1, "An")
    assert standing_file(store, b"1", None) is not None
    assert standing_file(store, b"1", "vinh_phong") is None
    assert standing_file(store, b"2", "vinh_thinh") is None
    withdraw(store, 1, reason="Sai", by="An", at=NOON)
    assert standing_file(store, b"1", "vinh_thinh") is None
