"""A share from its numerator and its denominator: read, computed, and held against the share beside it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import Measure
from indicators.intake.values.convert import Wrong
from indicators.intake.values.ratio import Ratio, decimals_shown, ratio_differs, ratio_in, ratio_value
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import DecimalMark, format_number
from tests.intake.sheets import COMMUNES

MEASURES = COMMUNES.by_commune["vinh_thinh"].measure_by_id
SHARE, BUDGET = MEASURES["clean_water"], MEASURES["budget_revenue_vs_assigned"]
BUSINESSES, GROWN = MEASURES["enterprises_per_1000"], MEASURES["natural_population_growth"]


@pytest.mark.parametrize(
    ("text", "numerator", "denominator", "unit", "share"),
    [
        ("45/50", 45, 50, "", ""),
        ("45 / 50", 45, 50, "", ""),
        ("45/50 hộ", 45, 50, "hộ", ""),
        ("1.234/5.678", 1234, 5678, "", ""),
        ("1 234/5 678 người", 1234, 5678, "người", ""),
        ("5/12 trường", 5, 12, "trường", ""),
        ("45/50*", 45, 50, "", ""),
        ("90% (45/50)", 45, 50, "", "90%"),
        ("Đạt 90% (45/50 hộ)", 45, 50, "hộ", "90%"),
        ("45/50 hộ (90,0%)", 45, 50, "hộ", "90,0%"),
        ("45/50 đạt 90%", 45, 50, "", "90%"),
        ("45/50 = 90%", 45, 50, "", "90%"),
        ("45/0", 45, 0, "", ""),
    ],
)
def test_a_ratio_in_a_cell(text: str, numerator: int, denominator: int, unit: str, share: str) -> None:
    assert ratio_in(text) == Ratio(Decimal(numerator), Decimal(denominator), unit, share)


@pytest.mark.parametrize(
    "text",
    [
        "1/2",
        "15/10",
        "16/11",
        "9/2026",
        "15/10/2026",
        "98,6/100",
        "98,6% / 77,8%",
        "45/50 KH",
        "45/",
        "/50",
        "45",
        "1,234/5,678",
        "45/50/60",
        "-45/50",
        "45,5/50",
        "1/" * 30,
        "Đạt",
        "",
    ],
)
def test_what_is_no_ratio(text: str) -> None:
    assert ratio_in(text) is None


def test_the_column_s_mark_settles_thousands_in_a_ratio() -> None:
    assert ratio_in("1,234/5,678", DecimalMark.POINT) == Ratio(Decimal(1234), Decimal(5678))
    assert ratio_in("ước 45/50") == Ratio(Decimal(45), Decimal(50), estimate=True)


@pytest.mark.parametrize(
    ("numerator", "denominator", "measure", "value"),
    [
        (45, 50, SHARE, "90"),
        (1, 3, SHARE, "33.3333"),
        (2, 3, SHARE, "66.6667"),
        (1, 80000, SHARE, "0.0013"),  # 0,00125
        (0, 50, SHARE, "0"),
        (50, 50, SHARE, "100"),
        (120, 100, BUDGET, "120"),
        (193, 100000, BUSINESSES, "1.93"),
        (-5, 1000, GROWN, "-0.5"),
    ],
)
def test_the_value_of_a_ratio(numerator: int, denominator: int, measure: Measure, value: str) -> None:
    assert ratio_value(Decimal(numerator), Decimal(denominator), measure) == Decimal(value)


@pytest.mark.parametrize(
    ("numerator", "denominator", "measure", "code"),
    [
        (45, 0, SHARE, "denominator_not_positive"),
        (0, 0, SHARE, "denominator_not_positive"),
        (45, -50, SHARE, "denominator_not_positive"),
        (51, 50, SHARE, "numerator_too_large"),
        (-1, 50, SHARE, "out_of_range"),
        (60, 1000, GROWN, "out_of_range"),
        (1, 2, MEASURES["new_jobs"], "ratio_not_expected"),
        (1, 2, MEASURES["drug_free_commune"], "ratio_not_expected"),
        (10**20, 10**21, SHARE, "ratio_too_large"),
    ],
)
def test_a_ratio_that_cannot_be(numerator: int, denominator: int, measure: Measure, code: str) -> None:
    found = ratio_value(Decimal(numerator), Decimal(denominator), measure)
    assert isinstance(found, Wrong)
    assert found.code == code


@pytest.mark.parametrize(
    ("given_value", "decimals", "agrees"),
    [
        ("66.6667", 4, True),
        ("66.67", 2, True),
        ("66.7", 1, True),
        ("67", 0, True),
        ("66.6", 1, False),
        ("66.66", 2, False),
        ("66", 0, False),
        ("66.7", 2, False),
        ("0.6667", 4, False),
    ],
)
def test_a_share_agrees_with_its_parts_as_far_as_it_is_written(given_value: str, decimals: int, agrees: bool) -> None:
    found = ratio_differs(Decimal(given_value), decimals, Decimal(2), Decimal(3), SHARE)
    assert (found is None) is agrees
    if found is not None:
        assert found.code == "ratio_differs"
        assert (found.details["numerator"], found.details["ratio"]) == ("2", "66,6667")


@pytest.mark.parametrize(
    ("kind", "text", "decimals"),
    [
        (CellKind.TEXT, "90%", 0),
        (CellKind.TEXT, "ước 90,0 % (1)", 1),
        (CellKind.TEXT, "66.67", 2),
        (CellKind.NUMBER, "66.7", 1),
        (CellKind.NUMBER, "90", 0),
        (CellKind.NUMBER, "66.66666666666667", 4),
        (CellKind.PERCENT, "0.667", 1),
        (CellKind.PERCENT, "0.9", 0),
    ],
)
def test_decimals_as_they_are_shown(kind: CellKind, text: str, decimals: int) -> None:
    assert decimals_shown(Cell(kind, text)) == decimals


_COUNTS = st.integers(0, 10**9)


@given(_COUNTS, st.integers(1, 10**9), st.integers(0, 4))
def test_a_share_written_from_its_parts_always_agrees(numerator: int, denominator: int, decimals: int) -> None:
    """However far it is rounded, and read back from the cell it was written in."""
    top, bottom = Decimal(min(numerator, denominator)), Decimal(denominator)
    share = format_number(top * 100 / bottom, decimals)
    value = ratio_value(top, bottom, SHARE)
    assert not isinstance(value, Wrong)
    shown = Decimal(share.replace(".", "").replace(",", "."))
    assert ratio_differs(shown, decimals_shown(Cell(CellKind.TEXT, f"{share}%")), top, bottom, SHARE) is None
    text = f"{format_number(top, 0)}/{format_number(bottom, 0)} hộ ({share}%)"
    assert ratio_in(text) == Ratio(top, bottom, "hộ", f"{share}%")


@given(st.text(max_size=40))
def test_any_text_is_two_counts_or_no_ratio(text: str) -> None:
    found = ratio_in(text)
    assert found is None or (found.numerator % 1 == 0 and found.denominator % 1 == 0)


def test_numbers_beyond_all_measure_stay_a_ratio_that_is_refused() -> None:
    found = ratio_in(f"{'9' * 35}/{'9' * 35}")
    assert found is not None
    assert isinstance(ratio_value(found.numerator, found.denominator, SHARE), Wrong)
