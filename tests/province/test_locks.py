"""A province's sheet and the locks of its communes: the rule of the record, for all of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from indicators import ledger
from indicators.enrolment import enrol
from indicators.errors import PeriodLocked, ReasonMissing, WithdrawalLocked
from indicators.intake.model import Match
from indicators.moments import END
from indicators.periods import parse_period
from indicators.province import (
    MeasureColumn,
    ProvinceCheck,
    ProvinceReading,
    ProvinceRow,
    ProvinceValues,
    check_province,
    record_province,
)
from indicators.store import Store, open_store
from tests.intake.sheets import COMMUNES
from tests.makers import MORNING
from tests.test_ledger_together import Record

AT, LATER = datetime(2026, 10, 6), datetime(2026, 10, 7)
WATER = COMMUNES.by_commune["vinh_thinh"].measure_by_id["clean_water"]
BOTH = ("vinh_thinh", "01234")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(None) as opened:
        enrol(opened, COMMUNES, by="Lan", at=datetime(2026, 1, 1))
        yield opened


def made(values: dict[str, float], communes: tuple[str, ...] = BOTH) -> ProvinceReading:
    """Clean water of these communes, a column a period, the same of each."""
    columns = tuple(
        MeasureColumn("S", 3 + number, WATER, period, Match.NAME, WATER.name_vi, "C1")
        for number, period in enumerate(values)
    )
    rows = tuple(ProvinceRow("S", 5 + number, key, key) for number, key in enumerate(communes))
    own_rows, own_columns = (part.ravel() for part in np.meshgrid(np.arange(len(rows)), np.arange(len(columns))))
    numbers = np.array([round(value * 10_000) for value in values.values()], np.int64)[own_columns]
    parts = ProvinceValues(own_rows, own_columns, numbers, np.zeros(len(numbers), np.bool_))
    return ProvinceReading(None, columns, rows, parts, ())


def send(store: Store, content: bytes, values: dict[str, float], **said: object) -> int:
    check = check_province(store, content, made(values), AT)
    return record_province(store, content, "t", check, by="An", at=AT, accept_doubtful=True, **said)  # type: ignore


def lock(store: Store, period: str, commune: str = "01234") -> None:
    ledger.lock_period(store, commune, parse_period(period), by="Lan", at=AT)


def test_a_value_that_speaks_for_the_locked_period_already_passes(store: Store) -> None:
    send(store, b"1", {"2025-Q4": 90})
    lock(store, "2025")
    assert send(store, b"2", {"2025": 90}) == 2, "the quarter's speaks for the year that ends with it"
    with pytest.raises(PeriodLocked) as refused:
        send(store, b"3", {"2025": 91})
    assert [(issue.code, issue.cell) for issue in refused.value.issues] == [("period_locked", "C6")]


def test_of_several_that_end_together_the_longest_speaks(store: Store) -> None:
    send(store, b"1", {"2025-Q4": 90, "2025-H2": 91, "2025-12": 92})
    lock(store, "2025")
    with pytest.raises(PeriodLocked):
        send(store, b"2", {"2025": 92})
    assert send(store, b"3", {"2025": 91}) == 2


def test_a_lock_holds_for_every_period_that_ends_within_its_own(store: Store) -> None:
    lock(store, "2026-Q3")
    check = check_province(store, b"", made({"2026-07": 90, "2026-9M": 91, "2026-06": 92}), AT)
    assert [(issue.code, issue.cell) for issue in check.errors] == [("period_locked", "C6"), ("period_locked", "D6")]
    assert send(store, b"1", {"2026-07": 90, "2026-06": 92}, leave_out=True) == 1
    standing = {
        commune: [row["period"] for row in store.rows("observations_standing", commune=commune, as_of=END)]
        for commune in BOTH
    }
    assert standing == {"vinh_thinh": ["2026-06", "2026-07"], "01234": ["2026-06"]}


def test_after_unlocking_a_correction_names_its_cells_and_asks_for_a_reason(store: Store) -> None:
    send(store, b"1", {"2025-Q4": 90})
    lock(store, "2025")
    ledger.unlock_period(store, "01234", parse_period("2025"), reason="Sửa", by="Lan", at=LATER)
    with pytest.raises(ReasonMissing) as asked:
        send(store, b"2", {"2025": 91})
    assert [(item.sheet, item.cell) for item in asked.value.readings] == [("S", "C6")]
    assert send(store, b"2", {"2025": 91}, reason="Theo niên giám") == 2


def test_a_withdrawal_is_refused_for_the_lock_of_any_of_its_communes(store: Store) -> None:
    upload = send(store, b"1", {"2025-Q4": 90})
    lock(store, "2025")
    with pytest.raises(WithdrawalLocked) as refused:
        ledger.withdraw(store, upload, reason="sai", by="An", at=LATER)
    assert {item.named for item in refused.value.locks} == {"2025"}
    send(store, b"2", {"2025-Q4": 90})
    ledger.withdraw(store, upload, reason="sai", by="An", at=LATER)
    assert [row["withdrawn_at"] for row in ledger.uploads(store) if row["upload"] == upload] == [LATER, LATER]


class ProvinceRecord(Record):
    """The record's law held by files of two communes, of which one alone locks."""

    def recorded(self, content: bytes, values: dict[str, int]) -> int:
        check = ProvinceCheck(made(dict(values), ("01234", "vinh_thinh")), 0, 0, 0, ())
        return record_province(self.store, content, "a", check, by="An", at=MORNING, reason="Sửa")


TestProvinceRecord = ProvinceRecord.TestCase
TestProvinceRecord.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
