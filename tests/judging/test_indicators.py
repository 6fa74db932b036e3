"""The status of an indicator: the worst among its targets."""

import pytest

from indicators.store import Row
from tests.judging.office import Office

#: What every target here wants unless it says otherwise: 80 every year, give or take 2.
AT_80: Row = {"horizon": "each_year", "value": 80, "tolerance": 2}


def indicator_of(period: str, *targets: tuple[Row, Row, object]) -> Row:
    """The indicator of targets 1.1, 1.2, …, each (measure, target, value of the period or None)."""
    made = Office()
    for place, (measure, target, value) in enumerate(targets, start=1):
        made.measures(f"m{place}", **measure)
        made.wants(f"1.{place}", f"m{place}", **AT_80 | target)
        if value is not None:
            made.reports({period: value}, measure=f"m{place}")
    return made.indicator(period)


def test_the_worst_decides_whatever_its_place() -> None:
    row = indicator_of("2026-Q3", ({}, {}, 83), ({}, {}, 79), ({}, {}, 80))
    assert (row["status"], row["deciding_target"], row["ordinal"]) == ("behind", "1.2", 1)


@pytest.mark.parametrize(
    ("period", "worse", "better"),
    [
        ("2026-Q3", 70, None),  # off_track, no_report
        ("2026-Q3", None, 79),  # no_report, behind
        ("2026-Q3", 80, 83),  # on_track, exceeded
        ("2026", 79, None),  # not_met, no_report
        ("2026", 80, 83),  # met, met_exceeded
    ],
)
def test_the_order_from_worst_to_best(period: str, worse: object, better: object) -> None:
    assert indicator_of(period, ({}, {}, better), ({}, {}, worse))["deciding_target"] == "1.2"
    assert indicator_of(period, ({}, {}, worse), ({}, {}, better))["deciding_target"] == "1.1"


def test_without_a_baseline_is_worse_than_on_track_and_better_than_behind() -> None:
    line: Row = {"horizon": "by_year"}
    assert indicator_of("2026-Q3", ({}, line, 80), ({}, {}, 80))["status"] == "no_baseline"
    assert indicator_of("2026-Q3", ({}, line, 80), ({}, {}, 79))["status"] == "behind"


YEARLY: Row = {"frequency": "year"}


def test_what_is_not_due_or_suspended_counts_only_alone() -> None:
    suspended: Row = {"suspended": True}
    assert indicator_of("2026-Q3", (YEARLY, {}, None), ({}, {}, 83))["status"] == "exceeded"
    assert indicator_of("2026-Q3", ({}, suspended, 70), ({}, {}, 83))["status"] == "exceeded"
    assert indicator_of("2026-Q3", (YEARLY, {}, None), ({}, suspended, 70))["status"] == "not_due"
    assert indicator_of("2026-Q3", ({}, suspended, 70))["status"] == "suspended"
    assert indicator_of("2026", ({}, suspended, 70), ({}, {}, 83))["status"] == "met_exceeded"


def test_met_only_when_all_are() -> None:
    yes_no: tuple[Row, Row] = (
        {"unit": "đạt/chưa", "decimals": 0},
        {"bound": "achieved", "value": 1, "tolerance": None},
    )
    assert indicator_of("2026-Q3", (*yes_no, 1))["status"] == "met"
    assert indicator_of("2026-Q3", (*yes_no, 1), (*yes_no, 1))["status"] == "met"
    assert indicator_of("2026-Q3", (*yes_no, 1), ({}, {}, 83))["status"] == "exceeded"
    waiting = indicator_of("2026-Q3", (*yes_no, 1), (YEARLY, {}, None))
    assert (waiting["status"], waiting["deciding_target"]) == ("on_track", "1.1")
    of_2030: tuple[Row, Row] = ({"accumulation": "year_to_date"}, {"horizon": "by_year"})
    assert indicator_of("2026", ({}, {}, 83), (*of_2030, 83))["status"] == "on_track"


def test_equals_are_decided_by_the_first() -> None:
    assert indicator_of("2026-Q3", ({}, {}, 79), ({}, {}, 79))["deciding_target"] == "1.1"
