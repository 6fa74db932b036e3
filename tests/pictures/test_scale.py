"""Round values up the side, names along the foot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.pictures.scale import name_lines, named, scale_of
from tests.pictures.charts import QUARTERS


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        ("0", "100", ["0", "50", "100"]),
        ("70.3", "74.9", ["70", "72", "74"]),
        ("0.0012", "0.0034", ["0,0015", "0,002", "0,0025", "0,003", "0,0035"]),
        ("-3", "4", ["−2", "0", "2", "4"]),
        ("1200000", "1900000", ["1.200.000", "1.400.000", "1.600.000", "1.800.000"]),
    ],
)
def test_steps_are_round(low: str, high: str, steps: list[str]) -> None:
    assert scale_of([Decimal(low), Decimal(high)], from_zero=False).labels_vi == steps


def test_totals_stand_on_nothing() -> None:
    scale = scale_of([Decimal(80), Decimal(100)], from_zero=True)
    assert scale.low == 0
    assert scale.labels_vi[0] == "0"
    assert scale.height(100) < 1


def test_equal_values_have_room_around() -> None:
    scale = scale_of([Decimal(100)] * 2, from_zero=False)
    assert (scale.low, scale.high) == (95, 105)
    assert scale.height(100) == 0.5


def test_names_are_said_as_far_as_they_have_room() -> None:
    """Nine quarters; where not all fit, the ends of the years, at last the end alone."""
    assert named(QUARTERS, 200, 9) == list(range(9))
    assert named(QUARTERS, 60, 9) == [0, 4, 8]
    assert named(QUARTERS, 5, 9) == [8]


def test_a_period_stands_on_two_lines() -> None:
    assert name_lines("Quý IV/2025") == ["Quý IV", "2025"]
    assert name_lines("Năm 2025") == ["Năm 2025"]
