"""What is drawn of judged rows: the value that is judged stands beside its milestone, and nothing else does."""

from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest

from indicators import charts, progress
from indicators.drawing.detail import detail_head
from indicators.drawing.finding import finding
from indicators.drawing.lead import attention
from indicators.drawing.shown import Shown
from indicators.drawing.table import indicator_table
from indicators.drawing.trend import trend
from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.store import Row
from indicators.wording import screens as words
from tests.judging.office import AFTER_ALL, Office, office

PLAN = {"plan_name_vi": "Kế hoạch", "document_number": "", "document_date": None}
GROWTH_ON_AVERAGE = ({"accumulation": "growth"}, {"horizon": "average", "value": 10})


def shown_at(period: str) -> Shown:
    asked = parse_period(period)
    return Shown("vinh_thu", {"vinh_thu": "xã Vĩnh Thử"}, asked, asked, "floor", "plan", 2025, date(2028, 3, 1))


def mean_of_two_years(**values: Any) -> tuple[Row, Shown]:
    return office(*GROWTH_ON_AVERAGE, **values).judged("2027"), shown_at("2027")


def test_after_two_closed_years_the_mean_is_what_is_compared() -> None:
    """1.02 × 1.12 = 1.1424, its root 1.068831…: 6.88%, 3.12 under 10; the year's own 12 is above it."""
    row, shown = mean_of_two_years(y2026=2, y2027=12)
    assert row["status"] == "off_track"
    said = finding(row, shown, [])
    assert said.startswith("Bình quân các năm 2026-2027: 6,88% (riêng năm 2027: 12,0%), thấp hơn mốc 10,0% là 3,12")
    assert "cao hơn" not in said
    line = indicator_table([row], {"1": row["status"]}, {}, shown)
    assert "bình quân các năm 2026-2027" in line
    assert "6,88" in line
    assert "12,0" not in line
    assert "Bình quân các năm 2026-2027: 6,88% / mốc 10,0%" in (attention([row], shown) or "")
    head = detail_head(row | PLAN, [row | PLAN], [], shown)
    assert "<dt>Bình quân các năm 2026-2027</dt><dd>6,88" in head
    assert "<dt>Thực hiện năm 2027</dt><dd>12,0%</dd>" in head


def test_a_mean_that_lacks_a_year_is_said_to_be_missing() -> None:
    row, shown = mean_of_two_years(y2027=12)
    said = finding(row, shown, [])
    assert said.startswith("Chưa tính được bình quân các năm 2026-2027 vì thiếu số liệu (riêng năm 2027: 12,0%)")
    assert "hơn mốc" not in said


def test_in_its_first_year_the_mean_is_the_value_itself() -> None:
    row = office(*GROWTH_ON_AVERAGE, y2026=12).judged("2026")
    assert finding(row, shown_at("2026"), []).startswith(
        "Đến hết năm 2026, thực hiện 12,0% (số ước), cao hơn mốc 10,0%"
    )


def line_drawn(made: Office, values: list[tuple[int, Decimal]]) -> str:
    """The points of the path in the small picture."""
    picture = trend(made.judged("2026-Q3"), {"m": values}, shown_at("2026-Q3"))
    return unquote(picture or "").split("points='")[1].split("'")[0]


def test_a_line_without_an_actual_is_still_a_line() -> None:
    """No value in the third quarter: the path runs from the baseline 40 to its milestone 43, it is not level."""
    made = office(target={"value": 60}, y2025=40)
    points = line_drawn(made, [(2026 * 12 + 3, Decimal(41)), (2026 * 12 + 6, Decimal(42))])
    heights = {point.split(",")[1] for point in points.split()}
    assert len(heights) == 2


def test_a_line_without_a_baseline_is_not_drawn() -> None:
    made = office(target={"value": 60}, y2026_Q3=42)
    assert line_drawn(made, [(2026 * 12 + 6, Decimal(41)), (2026 * 12 + 9, Decimal(42))]) == ""


@pytest.mark.parametrize(
    ("measure", "values", "expected"),
    [
        ({"baseline": 38}, {"y2025": 40, "y2026_Q1": 41}, [("2025-12-31", 38.0)]),
        ({}, {"y2025": 40, "y2024": 35, "y2026_Q1": 41}, [("2025-12-31", 40.0)]),
        ({}, {"y2024": 35, "y2026_Q1": 41}, []),
    ],
)
def test_the_square_is_the_baseline_or_nothing(measure: Row, values: Row, expected: list[tuple[str, float]]) -> None:
    made = office(measure, {"value": 60}, **values)
    moment = parse_as_of(AFTER_ALL)
    figure = charts.path_figure(
        made.judged("2026-Q1"),
        progress.path_of_target(made.store, made.commune, "1", moment),
        progress.values_of_measure(made.store, made.commune, "m", moment),
        shown_at("2026-Q1"),
    )
    squares = [trace for trace in figure.data if trace.name == words.CHART_BASELINE]
    assert [(str(x), y) for trace in squares for x, y in zip(trace.x, trace.y, strict=True)] == expected


def test_the_document_is_that_of_the_version_that_judges() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.decides(plan=2, valid_from=date(2028, 7, 1), name_vi="Kế hoạch mới", document_number="07/KH")
    made.wants(plan=2, value=100)
    for period, document in (("2026-Q3", "Kế hoạch thử"), ("2029-Q3", "07/KH: Kế hoạch mới")):
        rows = progress.overview(made.store, made.commune, period, parse_as_of(AFTER_ALL)).targets
        assert document in detail_head(rows[0], rows, [], shown_at(period))


def test_a_decision_counts_from_its_period_on() -> None:
    made = office({"decimals": 0, "unit": "đạt/chưa"}, {"bound": "achieved", "value": 1}, y2026_Q1=1)
    remark = {"kind": "decision", "text_vi": "Quyết định 12", "ends_on": date(2026, 9, 30)}
    for period, said in (("2026-Q2", "chưa ghi số quyết định"), ("2026-Q3", "quyết định công nhận: Quyết định 12")):
        row = made.judged(period) | PLAN
        assert said in detail_head(row, [row], [remark], shown_at(period))
