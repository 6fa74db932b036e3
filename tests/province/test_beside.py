"""A province's values beside what stands: all judged at once as the rules of one value judge each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.enrolment import enrol
from indicators.intake.model import Match
from indicators.intake.values.history import Known, below_earlier, far_from
from indicators.numbers import format_exact
from indicators.periods import LENGTH_MONTHS, parse_period
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
from indicators.wording.periods import period_vi
from tests.intake.sheets import COMMUNES

AT = datetime(2026, 10, 6)
MEASURES = [
    COMMUNES.by_commune["vinh_thinh"].measure_by_id[measure]
    for measure in ("clean_water", "new_jobs", "crop_value_per_hectare", "health_station_standard")
]
PERIODS = (
    "2024", "2025-02", "2025-03", "2025-Q1", "2025-H1", "2025-12", "2025-Q4", "2025", "2026-01", "2026-03", "2026-Q1",
    "2026-05", "2026-06", "2026-Q2", "2026-H1", "2026-Q3", "2026-9M",
)  # fmt: skip
COUNT = 40


def made(periods: Sequence[str], chance: np.random.Generator) -> ProvinceReading:
    """A value, or none, for each of COUNT communes, of each measure and period."""
    columns = tuple(
        MeasureColumn("S", 3 + number, measure, period, Match.NAME, measure.name_vi, "C1")
        for number, (measure, period) in enumerate((measure, period) for measure in MEASURES for period in periods)
    )
    rows = tuple(ProvinceRow("S", 5 + number, f"{number:05d}", f"xã {number}") for number in range(COUNT))
    own_rows, own_columns = (part.ravel() for part in np.meshgrid(np.arange(COUNT), np.arange(len(columns))))
    steps = chance.choice([-30_000, 0, 1, 10_000, 100_000], len(own_rows))
    values = steps * chance.integers(0, 12, len(own_rows)) + chance.choice([0, 100_000], len(own_rows))
    kept = chance.random(len(own_rows)) < 0.7
    parts = ProvinceValues(own_rows, own_columns, values, np.zeros(len(own_rows), np.bool_)).only(kept)
    return ProvinceReading(None, columns, rows, parts, ())


def by_one(reading: ProvinceReading, past: dict[tuple[str, str], dict[str, int]]) -> list[tuple[str | None, str, str]]:
    """What the rules of one value say of each: cell, code, and the value that it is held against."""
    in_file: dict[tuple[str, str], dict[str, Decimal]] = {}
    said = list(reading.readings())
    for item in said:
        in_file.setdefault((item["commune"], item["measure"]), {})[item["period"]] = item["value"]  # type: ignore
    found: list[tuple[str | None, str, str]] = []
    for item in said:
        key = str(item["commune"]), str(item["measure"])
        before = [_known(period, value) for period, value in past.get(key, {}).items() if period not in in_file[key]]
        before.sort(key=lambda entry: (entry.period.end_month, LENGTH_MONTHS[entry.period.kind]))
        together = before + [Known(parse_period(period), value) for period, value in in_file[key].items()]
        measure = next(measure for measure in MEASURES if measure.measure == key[1])
        asked = measure, parse_period(str(item["period"])), Decimal(str(item["value"]))
        doubt = below_earlier(*asked, together), far_from(*asked, before)
        if doubt[0] or doubt[1]:
            entry = doubt[0] or doubt[1]
            assert entry is not None
            code = "below_earlier" if doubt[0] else "far_from_past"
            found.append((str(item["cell"]), code, f"{format_exact(entry.value)} {period_vi(entry.period)}"))
    return found


def _known(period: str, ten_thousandths: int) -> Known:
    return Known(parse_period(period), Decimal(ten_thousandths).scaleb(-4))


def recorded(store: Store, reading: ProvinceReading, content: bytes) -> None:
    record_province(store, content, "t", ProvinceCheck(reading, 0, 0, 0, ()), by="Lan", at=AT)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(PERIODS), min_size=1, max_size=4, unique=True))
def test_all_at_once_is_what_one_by_one_gives(seed: int, periods: list[str]) -> None:
    chance = np.random.default_rng(seed)
    past: dict[tuple[str, str], dict[str, int]] = {}
    with open_store(None) as store:
        enrol(store, COMMUNES, by="Lan", at=datetime(2026, 1, 1))
        for upload in range(3):  # a later upload speaks for the periods that two say
            reading = made(chance.choice(PERIODS, 6, replace=False).tolist(), chance)
            recorded(store, reading, b"%d" % upload)
            for item in reading.readings():
                key = str(item["commune"]), str(item["measure"])
                past.setdefault(key, {})[str(item["period"])] = int(Decimal(str(item["value"])) * 10_000)
        asked = made(periods, chance)
        check = check_province(store, b"x", asked, AT)
    expected = by_one(asked, past)
    assert [(issue.cell, issue.code) for issue in check.issues] == [(cell, code) for cell, code, _ in expected]
    for issue, (_, _, held) in zip(check.issues, expected, strict=True):
        value, period = held.split(" ", 1)
        assert value in issue.message
        assert period in issue.message
    changes = [
        0 if (before := past.get((str(item["commune"]), str(item["measure"])), {}).get(str(item["period"]))) is None
        else 1 if before != int(Decimal(str(item["value"])) * 10_000)
        else 2
        for item in asked.readings()
    ]  # fmt: skip
    assert check.changes.tolist() == changes
    assert (check.new, check.changed, check.same) == tuple(map(changes.count, range(3)))


@pytest.mark.parametrize("has_store", [True, False])
def test_a_total_below_an_earlier_one_of_the_same_file_is_doubted_without_any_past(has_store: bool) -> None:
    measure = COMMUNES.by_commune["vinh_thinh"].measure_by_id["new_jobs"]
    columns = tuple(
        MeasureColumn("S", 3 + number, measure, period, Match.NAME, measure.name_vi, "C1")
        for number, period in enumerate(("2026-Q1", "2026-H1"))
    )
    rows = (ProvinceRow("S", 5, "00001", "xã 1"),)
    values = ProvinceValues(np.array([0, 0]), np.array([0, 1]), np.array([90_000, 80_000]), np.array([False, False]))
    reading = ProvinceReading(None, columns, rows, values, ())
    with open_store(None) as store:
        found = check_province(store if has_store else None, b"", reading, AT)
    assert [(issue.code, issue.cell) for issue in found.doubtful] == [("below_earlier", "D5")]
