"""When a value stands far from what is known of its commune, and when it does not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake import Memory
from indicators.intake.model import TO_CONFIRM
from indicators.intake.values.history import Known, far_from
from indicators.periods import parse_period
from tests.intake.sheets import COMMUNES, HEADER, JOBS, TITLE, WATER, codes, read

MEASURES = COMMUNES.by_commune["vinh_thinh"].measure_by_id
RESULT = (*HEADER, "Kết quả")


def is_far(measure: str, period: str, value: str, **known: str) -> bool:
    """`known`: y2026_Q1="12" for 12 in 2026-Q1."""
    past = [Known(parse_period(key[1:].replace("_", "-")), Decimal(text)) for key, text in known.items()]
    return far_from(MEASURES[measure], parse_period(period), Decimal(value), past) is not None


def test_a_first_report_is_far_from_nothing() -> None:
    assert not any(is_far(measure, "2026-Q1", "1") for measure in MEASURES)


@pytest.mark.parametrize(
    ("measure", "period", "value", "known", "far"),
    [
        # a share at the period's end: five points, or thrice the spread of what is known
        ("clean_water", "2026-Q3", "93.4", {"y2026_Q2": "98.4"}, False),
        ("clean_water", "2026-Q3", "9.84", {"y2026_Q2": "98.4"}, True),
        ("multidimensional_poverty", "2026-Q3", "5.6", {"y2025": "0.63"}, False),
        ("multidimensional_poverty", "2026-Q3", "6.3", {"y2025": "0.63"}, True),
        # a count: three units, or half of it
        ("schools_level_2_added", "2026-Q3", "3", {"y2026_Q2": "0"}, False),
        ("schools_level_2_added", "2026-Q3", "4", {"y2026_Q2": "0"}, True),
        # an amount: half of it
        ("crop_value_per_hectare", "2026", "225", {"y2025": "150"}, False),
        ("crop_value_per_hectare", "2026", "226", {"y2025": "150"}, True),
        # since January, by its pace a month: 96% in twelve months is 8 a month
        ("public_investment_disbursed", "2026-01", "0.5", {"y2025": "96"}, False),  # a slow start is ordinary
        ("public_investment_disbursed", "2026-Q1", "5", {"y2025": "96"}, False),
        ("public_investment_disbursed", "2026-06", "17", {"y2025": "96"}, False),  # 2,8 a month
        ("public_investment_disbursed", "2026-06", "15", {"y2025": "96"}, True),  # 2,5
        ("public_investment_disbursed", "2026-01", "24", {"y2025": "96"}, False),
        ("public_investment_disbursed", "2026-01", "25", {"y2025": "96"}, True),
        ("public_investment_disbursed", "2026-Q1", "12", {"y2026_01": "1"}, False),  # thrice a slow month says nothing
        ("public_investment_disbursed", "2026-Q1", "5", {"y2025_Q1": "18"}, True),  # of the same months it does
        ("public_investment_disbursed", "2026-Q1", "6", {"y2025_Q1": "18"}, False),
        ("public_investment_disbursed", "2026-06", "16", {"y2025": "96"}, False),  # a third exactly
        ("new_jobs", "2026-Q1", "3", {"y2025": "4"}, False),  # thrice exactly
        ("new_jobs", "2026-Q2", "40", {"y2026_Q1": "0"}, False),
        # what corrects a value is not held against it, and what repeats one is near
        ("clean_water", "2026-Q3", "98.9", {"y2026_Q3": "9.89"}, False),
        ("clean_water", "2026-Q3", "9.89", {"y2026_Q2": "9.89", "y2026_Q1": "98.9"}, False),
        # a yes and a no are never far
        ("drug_free_commune", "2026-Q3", "1", {"y2026_Q2": "0"}, False),
    ],
)
def test_what_is_far(measure: str, period: str, value: str, known: dict[str, str], far: bool) -> None:
    assert is_far(measure, period, value, **known) is far


def test_only_the_commune_s_own_past_counts_and_must_be_confirmed() -> None:
    past = {"clean_water": [("2026-Q2", Decimal("98.4"))]}
    reading = read([TITLE, RESULT, (*WATER, 9.84)], past=past)
    assert [issue.code for issue in reading.doubtful] == ["far_from_past"]
    assert "far_from_past" in TO_CONFIRM
    assert codes(read([("XÃ VĨNH PHONG",), TITLE, RESULT, (*JOBS, 40)], past={"new_jobs": past["clean_water"]})) != []
    assert codes(read([TITLE, RESULT, (*WATER, 9.84)], memory=Memory())) == []


_AMOUNTS = st.decimals("0.01", 10**6, places=2)
_PERIODS = st.sampled_from(["2025", "2025-Q1", "2025-Q2", "2026-01", "2026-Q1", "2026-Q2", "2026-Q3", "2026"])


@given(
    st.sampled_from(["crop_value_per_hectare", "new_jobs"]),
    st.dictionaries(_PERIODS, _AMOUNTS, min_size=1),
    _PERIODS,
    _AMOUNTS,
    st.sampled_from(["0.001", "0.5", "2", "1000"]),
)
def test_far_does_not_depend_on_the_unit(
    measure: str, known: dict[str, Decimal], period: str, value: Decimal, factor: str
) -> None:
    """Amounts without a floor, and paces: multiplied alike, what was far stays far and nothing else becomes it."""

    def far_times(scale: Decimal) -> bool:
        past = [Known(parse_period(code), amount * scale) for code, amount in known.items()]
        return far_from(MEASURES[measure], parse_period(period), value * scale, past) is not None

    assert far_times(Decimal(1)) == far_times(Decimal(factor))


@given(st.sampled_from(sorted(MEASURES)), st.dictionaries(_PERIODS, _AMOUNTS, min_size=1), _PERIODS)
def test_what_repeats_the_only_known_value_of_a_level_is_never_far(
    measure: str, known: dict[str, Decimal], period: str
) -> None:
    if MEASURES[measure].accumulation != "year_to_date":
        value = next(iter(known.values()))
        past = [Known(parse_period(code), value) for code in known]
        assert far_from(MEASURES[measure], parse_period(period), value, past) is None
