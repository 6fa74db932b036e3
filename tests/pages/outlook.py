"""What the drawing tests of the outlook share: a view, an overview's rows, a forecast's row, plain text."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from indicators import progress
from indicators.drawing.shown import Shown
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.store import Row
from tests.judging.office import AFTER_ALL, Office

AT = parse_as_of(AFTER_ALL)
#: From 40 to 60 by 2030, stretch 80: at the end of September 2026 43 and 46.
BAND: Row = {"value": 60, "stretch": 80}
FORECAST: Row = {
    "target": "1", "goal": Decimal(60), "forecast_period": "2030", "horizon": "by_year", "expected": Decimal("58.21"),
    "low": Decimal("55.55"), "high": Decimal("60.87"), "meets_goal": False, "met_period": None,
    "needed": Decimal("0.8824"), "needed_per": "quarter", "points": 8, "reason": None,
}  # fmt: skip


def shown_at(period: str, **changes: Any) -> Shown:
    asked = parse_period(period)
    view: Row = {"scenario": "floor", "order": "plan", "baseline_year": 2025, "today": date(2028, 3, 1)} | changes
    return Shown("vinh_thu", {"vinh_thu": "xã Vĩnh Thử"}, asked, asked, **view)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def overview_rows(made: Office, period: str = "2026-Q3", scenario: str = "floor") -> list[Row]:
    return progress.overview(made.store, made.commune, period, AT, scenario).targets


def adds_own(made: Office, period: str, value: object) -> None:
    with made.store.writing() as transaction:
        row = {"scenario": "kb1", "ordinal": 1, "name_vi": "Tăng trưởng cao", "sector_vi": "Nông nghiệp"}
        transaction.run("insert_scenario", commune=made.commune, plan=1, **row)
    made.fixes(period, value, "kb1")


def takes_over(made: Office, **plan: Any) -> None:
    """A second version from 01/07/2028 that wants 70."""
    made.decides(**{"plan": 2, "valid_from": date(2028, 7, 1), "recorded_at": parse_as_of("2028-06-20T08:30")} | plan)
    made.wants(plan=2, value=70)
