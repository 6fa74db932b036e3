"""Why there is no forecast, what a later record may change, and that nothing raises."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.forecasts import forecasts
from indicators.moments import parse_as_of
from indicators.store import Row
from indicators.wording.forecasts import REASONS, reason_vi
from tests.judging.office import Office, office
from tests.judging.test_forecast_lines import AVERAGE, EACH_YEAR, GROWTH, STEADY, forecast
from tests.judging.test_laws import measures, observations, targets

EXAMPLES = settings(max_examples=7, deadline=None)


def reason(made: Office, period: str, **asked: str) -> str:
    row = forecast(made, period, **asked)
    assert (row["expected"], row["low"], row["high"], row["meets_goal"]) == (None, None, None, None)
    return str(row["reason"])


@pytest.mark.parametrize(
    ("measure", "target", "period", "expected"),
    [
        ({}, {"suspended": True}, "2026-Q4", "suspended"),
        ({}, {"bound": "achieved", "value": 1}, "2026-Q4", "yes_no"),
        ({}, EACH_YEAR, "2026-Q4", "closed"),
        ({}, {}, "2030-Q4", "closed"),
        ({}, EACH_YEAR | {"first_year": 2027}, "2026-Q4", "not_begun"),
        ({}, AVERAGE | {"first_year": 2025}, "2026-Q4", "year_missing"),
        ({}, {}, "2026-Q3", "too_few_quarters"),
        ({"accumulation": "year_to_date"}, {}, "2026-Q3", "year_not_begun"),
        ({"accumulation": "year_to_date"}, EACH_YEAR, "2026-Q1", "too_few_in_year"),
    ],
)
def test_why_there_is_none(measure: Row, target: Row, period: str, expected: str) -> None:
    assert reason(office(measure, target, **STEADY), period) == expected


def test_a_plan_not_in_force_yet_forecasts_nothing() -> None:
    made = Office(valid_from=date(2028, 1, 1))
    made.measures()
    made.wants()
    row = forecast(made, "2027-Q4")
    assert (row["reason"], row["needed"]) == ("not_in_force", None)


def test_a_fall_by_everything_has_no_rate() -> None:
    values = {"y2026_Q1": 10, "y2026_Q2": -100, "y2026_Q3": 5, "y2026_Q4": 6}
    assert reason(office(GROWTH, AVERAGE, **values), "2026-Q4") == "fallen"
    assert forecast(office(GROWTH, AVERAGE, y2026=-100), "2026-Q4")["needed"] is None


def test_what_no_number_can_hold_is_not_told() -> None:
    values = {f"y2026_Q{quarter}": Decimal(10) ** (4 * quarter - 3) for quarter in range(1, 5)}
    made = office(GROWTH, AVERAGE, **values)
    assert reason(made, "2026-Q4") == "unbounded"


def test_a_commune_without_a_plan_has_no_rows() -> None:
    assert forecasts(Office().store, "không_có", "2026-Q4", parse_as_of("2031-01-01")) == []


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_has_its_sentence(code: str) -> None:
    said = reason_vi(code, 3)
    assert said.endswith(".")
    assert "{" not in said
    assert ("3" in said) == code.startswith("too_few")
    assert "0 " not in reason_vi(code, 0).replace("100 ", "")


def test_the_latest_of_what_was_known_counts() -> None:
    made = office(target={"value": 70}, **STEADY)
    made.reports({"2026-Q4": 58}, on="2027-03-01T08:00")
    before, after = (forecast(made, "2026-Q4", as_of)["expected"] for as_of in ("2027-02-01", "2027-04-01"))
    assert (before, after > before) == (80, True)


@EXAMPLES
@given(
    measure=measures(), target=targets(), first=observations, second=observations,
    period=st.sampled_from(["2026-Q2", "2026-12", "2027", "2028-Q4", "2030-Q2"]),
)  # fmt: skip
def test_a_later_record_never_changes_an_earlier_forecast(
    measure: Row, target: Row, first: dict[str, Any], second: dict[str, Any], period: str
) -> None:
    made = office(measure, target)
    made.reports(first, on="2028-02-01T08:00")
    before = forecast(made, period, "2028-06-30")
    made.reports(second, on="2028-07-02T08:00")
    assert forecast(made, period, "2028-06-30") == before


@EXAMPLES
@given(
    measure=measures(), target=targets(), values=observations, zero=st.booleans(), pace=st.booleans(),
    scenario=st.sampled_from(["floor", "stretch"]), period=st.sampled_from(["2025", "2026-02", "2026-Q4", "2027-9M"]),
)  # fmt: skip
def test_nothing_raises_and_an_interval_holds_its_middle(
    measure: Row, target: Row, values: dict[str, Any], zero: bool, pace: bool, scenario: str, period: str
) -> None:
    """Also where the goal is nothing, or is the baseline, and where the path wants all of a year in December."""
    goal = {"value": 0, "stretch": 0 if target["bound"] == "between" else None} if zero else {}
    made = office(measure | ({"baseline": target["value"]} if pace else {}), target | goal)
    made.reports(values | {"2026-Q1": 1, "2026-Q2": -1, "2026-Q3": 0})
    if pace:
        made.paces(*[0] * 11, 100)
    row = forecast(made, period, scenario=scenario)
    assert (row["expected"] is None) == (row["reason"] is not None)
    if row["expected"] is not None:
        assert row["low"] <= row["expected"] <= row["high"]
    assert (row["needed"] is None) == (row["needed_per"] is None)
