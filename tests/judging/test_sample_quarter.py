"""The three sample quarters of 2026, and every target at 2026-Q3 worked out by hand as of 21/11/2026.

A path in months has gone 9 of its 60; a share of the year is 9/12; a quarter's worth of a path is a twentieth of it.
"""

from datetime import datetime
from decimal import Decimal

import pytest

from indicators.moments import parse_as_of
from indicators.progress import indicators_judged, targets_judged
from indicators.store import Store
from tests.makers import make_store

#: measure: 2025, 2026-Q1, 2026-Q2, 2026-Q3 as the sheets say them; None where a sheet says nothing.
SHEETS: dict[str, tuple[float | None, ...]] = {
    "budget_revenue_vs_assigned": (104.2, 22.9, 51.2, 79.7),
    "gross_product_growth": (14.1, 13.8, 14.6, 15.2),
    "agriculture_fishery_growth": (1.2, 1.1, 1.3, 1.4),
    "industry_construction_growth": (17.2, 16.9, 17.8, 18.4),
    "trade_services_growth": (13.5, 13.1, 13.9, 14.3),
    "crop_value_per_hectare": (172.0, None, None, 178.5),
    "public_investment_disbursed": (96.4, 12.3, 42.8, 70.3),
    "enterprises_per_1000": (1.65, 1.73, 1.85, 1.93),
    "income_per_capita_growth": (8.7, None, None, 9.8),
    "multidimensional_poverty": (0.84, 0.84, 0.74, 0.63),
    "model_new_rural_commune": (0, 0, 0, 0),
    "cultural_families": (98.6, None, None, None),
    "cultural_villages": (77.8, None, None, None),
    "schools_national_standard": (72.7, 72.7, 72.7, 81.8),
    "schools_level_2_added": (0, 0, 0, 0),
    "secondary_multipurpose_halls": (0, 0, 0, 0),
    "schools_with_smart_classroom": (38.5, 38.5, 38.5, 53.8),
    "health_insurance_coverage": (92.5, 92.8, 93.6, 94.1),
    "social_insurance_coverage": (38.5, 38.9, 39.6, 40.4),
    "health_station_standard": (1, 1, 1, 1),
    "natural_population_growth": (0.62, 0.13, 0.27, 0.41),
    "new_jobs": (512, 118, 271, 402),
    "clean_water": (98.4, 98.4, 98.7, 98.9),
    "household_waste_collected": (96.2, 96.5, 97.1, 97.5),
    "procedures_on_time": (99.2, 99.5, 99.4, 99.6),
    "online_filing_share": (61.3, 65.0, 68.2, 71.9),
    "friendly_government": (0, 0, 0, 0),
    "drug_free_commune": (0, 0, 0, 0),
}
QUARTERS = ("2026-Q1", "2026-Q2", "2026-Q3")

#: target: planned_value, distance, tolerance, late_months, status.
BY_HAND: dict[str, tuple[float | None, float | None, float | None, float | None, str]] = {
    # 105 × 9/12 = 78.75; 79.7 − 78.75; 105/12; 79.7 is due after 79.7/105 × 12 = 9.1086 months
    "1": (78.75, 0.95, 8.75, -0.1086, "on_track"),
    # growth: the goal itself, 5% of it; below the upper end 16, so not exceeded
    "2": (15, 0.2, 0.75, None, "on_track"),
    "2.1": (1.2, 0.2, 0.06, None, "on_track"),  # upper end 1.5
    "2.2": (18, 0.4, 0.9, None, "on_track"),  # upper end 19
    "2.3": (14, 0.3, 0.7, None, "on_track"),  # upper end 15
    # 172 + 18 × 9/60 = 174.7; 18/20; upper 172 + 28 × 9/60 = 176.2 is reached; 6.5/18 × 60 = 21.6667 months
    "3": (174.7, 3.8, 0.9, -12.6667, "exceeded"),
    # 100 × 9/12; 100/12; 70.3/100 × 12 = 8.436 months
    "4": (75, -4.7, 8.3333, 0.564, "behind"),
    # 1.65 + 1.35 × 9/60 = 1.8525; 1.35/20; upper 1.65 + 3.35 × 9/60 = 2.1525; 0.28/1.35 × 60 = 12.4444 months
    "5": (1.8525, 0.0775, 0.0675, -3.4444, "on_track"),
    # yearly growth reported early is judged: 9.8 − 10; 5% of 10
    "6": (10, -0.2, 0.5, None, "behind"),
    # 0.84 × 51/60 = 0.714; 0.714 − 0.63; 0.84/20, passed by more; 0.21/0.84 × 60 = 15 months
    "7": (0.714, 0.084, 0.042, -6, "exceeded"),
    "8": (None, None, None, None, "not_due"),  # a yes/no due at the end of 2026
    "9.1": (99, None, 4.95, None, "not_due"),  # yearly, unreported in mid-year; never 2025's 98.6
    "9.2": (80, None, 4, None, "not_due"),
    # 72.7 + 27.3 × 9/60 = 76.795; 27.3/20; 9.1/27.3 × 60 = 20 months
    "10.1": (76.795, 5.005, 1.365, -11, "exceeded"),
    # 0 + 2 × 9/60 = 0.3, in whole schools 0: still the start, and so is the value; 2/20 is less than 1; 0 of 9 months
    "10.2": (0, 0, 1, None, "not_due"),
    "11.1": (0, 0, 1, None, "not_due"),  # 0 + 1 × 9/60 = 0.15, in whole halls 0
    # 38.5 + 61.5 × 9/60 = 47.725; 61.5/20; 15.3/61.5 × 60 = 14.9268 months
    "11.2": (47.725, 6.075, 3.075, -5.9268, "exceeded"),
    # 92.5 + 6.5 × 9/60 = 93.475; 6.5/20; 1.6/6.5 × 60 = 14.7692 months
    "12": (93.475, 0.625, 0.325, -5.7692, "exceeded"),
    # 38.5 + 11.5 × 9/60 = 40.225; 11.5/20; 1.9/11.5 × 60 = 9.9130 months
    "13": (40.225, 0.175, 0.575, -0.913, "on_track"),
    "14": (None, None, None, None, "met"),  # recognised
    # 0.5 × 9/12 = 0.375; 0.41 is 0.035 too much; 0.5/12; only due after 0.41/0.5 × 12 = 9.84 months
    "15": (0.375, -0.035, 0.0417, 0.84, "behind"),
    # 500 × 9/12; 500/12; 402/500 × 12 = 9.648 months
    "16.1": (375, 27, 41.6667, -0.648, "on_track"),
    "16.2": (None, None, None, None, "not_due"),  # of the year 2030
    # 98.4 + 1.6 × 9/60 = 98.64; 1.6/20; 0.5/1.6 × 60 = 18.75 months
    "17": (98.64, 0.26, 0.08, -9.75, "exceeded"),
    # 96.2 + 2.8 × 9/60 = 96.62; 2.8/20; 1.3/2.8 × 60 = 27.8571 months
    "18": (96.62, 0.88, 0.14, -18.8571, "exceeded"),
    "19.1": (100, -0.4, 1, None, "behind"),  # every year's goal itself; the plan's own tolerance
    "19.2": (70, 1.9, 3.5, None, "on_track"),  # 5% of 70
    # 61.3 + 23.7 × 9/60 = 64.855; 23.7/20; upper 61.3 + 33.7 × 9/60 = 66.355 is reached; 10.6/23.7 × 60 = 26.8354
    "20": (64.855, 7.045, 1.185, -17.8354, "exceeded"),
    "21": (None, None, None, None, "not_due"),
    "22": (None, None, None, None, "not_due"),
}

#: indicator: status, the target that decides it. Worst first: behind before on_track before exceeded.
INDICATORS_BY_HAND = {
    "1": ("on_track", "1"), "2": ("on_track", "2"), "3": ("exceeded", "3"), "4": ("behind", "4"),
    "5": ("on_track", "5"), "6": ("behind", "6"), "7": ("exceeded", "7"), "8": ("not_due", "8"),
    "9": ("not_due", "9.1"), "10": ("exceeded", "10.1"), "11": ("exceeded", "11.2"), "12": ("exceeded", "12"),
    "13": ("on_track", "13"), "14": ("met", "14"), "15": ("behind", "15"), "16": ("on_track", "16.1"),
    "17": ("exceeded", "17"), "18": ("exceeded", "18"), "19": ("behind", "19.1"), "20": ("exceeded", "20"),
    "21": ("not_due", "21"), "22": ("not_due", "22"),
}  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    """The quarters as they were sent: each sheet says 2025 again, then its own quarter."""
    store = make_store()
    for upload, period in enumerate(QUARTERS, start=1):
        key = {"commune": "vinh_thinh", "upload": upload}
        with store.writing() as transaction:
            transaction.run(
                "insert_upload", **key, period=period, file_name=f"{period}.xlsx", sha256=period, content=b"",
                recorded_at=datetime(2026, 3 * upload + 1, 4, 3), recorded_by="Lan", correction_reason=None,
            )  # fmt: skip
            for measure, values in SHEETS.items():
                for said, value in (("2025", values[0]), (period, values[upload])):
                    if value is not None:
                        transaction.run(
                            "insert_observation", **key, measure=measure, period=said, value=Decimal(str(value)),
                            estimate=False, match="name", sheet="Biểu", cell="F8", numerator=None, denominator=None,
                        )  # fmt: skip
    return store


@pytest.mark.parametrize("target", BY_HAND)
def test_target(store: Store, target: str) -> None:
    rows = targets_judged(store, "vinh_thinh", "2026-Q3", parse_as_of("2026-11-21"))
    row = next(row for row in rows if row["target"] == target)
    planned, distance, tolerance, late_months, status = BY_HAND[target]
    found = [row[column] for column in ("planned_value", "distance", "tolerance", "late_months")]
    expected = [None if value is None else Decimal(str(value)) for value in (planned, distance, tolerance, late_months)]
    assert (found, row["status"]) == (expected, status)


def test_every_target_is_there_in_the_plans_order(store: Store) -> None:
    rows = targets_judged(store, "vinh_thinh", "2026-Q3", parse_as_of("2026-11-21"))
    assert [row["target"] for row in rows] == list(BY_HAND)


def test_indicators(store: Store) -> None:
    rows = indicators_judged(store, "vinh_thinh", "2026-Q3", parse_as_of("2026-11-21"))
    assert {row["indicator"]: (row["status"], row["deciding_target"]) for row in rows} == INDICATORS_BY_HAND
    assert [row["indicator"] for row in rows] == list(INDICATORS_BY_HAND)


def test_stretch_scenario_of_the_band(store: Store) -> None:
    """Target 5 on the upper path: 2.1525; 3.35/20 = 0.1675; 0.28/3.35 × 60 = 5.0149 months; 0.28/3.35 of the way."""
    rows = targets_judged(store, "vinh_thinh", "2026-Q3", parse_as_of("2026-11-21"), "stretch")
    row = next(row for row in rows if row["target"] == "5")
    found = [row[column] for column in ("planned_value", "distance", "tolerance", "late_months", "share_of_way")]
    assert found == [Decimal(text) for text in ("2.1525", "-0.2225", "0.1675", "3.9851", "0.0836")]
    assert row["status"] == "off_track"
