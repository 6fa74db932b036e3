"""What is drawn, without a browser."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.drawing.figures import distance_vi, exact_vi, value_vi
from indicators.drawing.html import Html, address, join, link, tag
from indicators.drawing.sparkline import sparkline
from indicators.periods import parse_period
from indicators.wording import screens as words
from indicators.wording.statuses import STATUSES, counts, rank

ROW = {"bound": "at_least", "decimals": 1, "unit": "%", "goal_value": Decimal(99)}


def test_every_text_is_escaped() -> None:
    assert tag("p", "<b>&", title='"') == '<p title="&quot;">&lt;b&gt;&amp;</p>'
    assert join("<", Html("<br>"), None, ["&"]) == "&lt;<br>&amp;"
    assert "<script" not in link("/?a=<script>", "<script>")


def test_an_address_leaves_out_what_is_not_there() -> None:
    assert address("chi-tieu", {"target": "9.1", "order": None}) == "/chi-tieu?target=9.1"
    assert address("", {}) == "/"


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (None, ""),
        (0.04, ""),
        (0.05, "chậm 0,1 tháng"),
        (-0.05, "sớm 0,1 tháng"),
        (11.95, "chậm 1 năm"),
        (1.4, "chậm 1,4 tháng"),
        (-6.0, "sớm 2 quý"),
        (-5.7692, "sớm 5,8 tháng"),
        (2, "chậm 2 tháng"),
        (12, "chậm 1 năm"),
    ],
)
def test_lateness_in_words(months: float | None, said: str) -> None:
    assert words.lateness_vi(months) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 9, 30), "hạn 31/12/2026, còn 3 tháng"),
        (date(2026, 11, 30), "hạn 31/12/2026, còn 1 tháng"),
        (date(2026, 12, 20), "hạn 31/12/2026, còn 11 ngày"),
        (date(2027, 1, 1), "hạn 31/12/2026, đã quá hạn"),
    ],
)
def test_the_time_left_until_a_yes_is_due(today: date, said: str) -> None:
    assert words.time_left_vi(date(2026, 12, 31), today) == said


def test_numbers_are_vietnamese_and_never_flatter() -> None:
    assert value_vi(ROW, Decimal("1234.5")) == "1.234,5"
    assert value_vi(ROW, Decimal("99.96")) == "99,96"
    assert value_vi({**ROW, "bound": "achieved"}, Decimal(1)) == "Đạt"
    assert distance_vi(ROW, Decimal("-4.7")) == "−4,7"
    assert distance_vi(ROW, Decimal("0.04")) == "+0,04"
    assert distance_vi(ROW, None) == ""


def test_statuses_are_told_apart_without_colour() -> None:
    assert len({status.symbol for status in STATUSES.values()}) == len(STATUSES)
    assert rank("not_met") < rank("behind") < rank("not_due")
    assert list(counts(["met", "behind", "met"]).items()) == [("behind", 1), ("met", 2)]


def test_a_flat_course_is_a_picture_too() -> None:
    drawn = sparkline([(1, Decimal(5)), (2, Decimal(5))], (), "good", "<alt>")
    assert drawn.startswith('<img src="data:image/svg+xml,')
    assert "&lt;alt&gt;" in drawn
    assert "stroke='%2312355B'" in drawn


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("79.7", "79,7"),
        ("78.75", "78,75"),
        ("40.225", "40,225"),
        ("83.3333", "83,33"),
        ("92.85", "92,85"),
        ("100", "100,0"),
    ],
)
def test_a_number_keeps_its_decimals_unless_it_was_divided_out(value: str, shown: str) -> None:
    assert value_vi(ROW, Decimal(value)) == shown


def test_actual_milestone_and_distance_add_up_as_shown() -> None:
    # 79,7 − 78,75 = 0,95; 0,41 − 0,375 = 0,035; 79,9 − 83,33 = −3,43
    assert distance_vi(ROW, Decimal("0.95")) == "+0,95"
    assert distance_vi(ROW | {"decimals": 2}, Decimal("-0.035")) == "−0,035"
    assert distance_vi(ROW, Decimal("-3.4333")) == "−3,43"


def test_what_was_recorded_is_shown_with_every_decimal() -> None:
    assert exact_vi(Decimal("81.8182"), 1) == "81,8182"
    assert exact_vi(Decimal("1200.0000"), 0) == "1.200"


@pytest.mark.parametrize(
    ("code", "said"),
    [("2026-07", "Tháng 7"), ("2026-Q3", "Quý III"), ("2026-9M", "9 tháng đầu năm"), ("2026", "Cả năm")],
)
def test_a_period_beside_its_year(code: str, said: str) -> None:
    assert words.in_year_vi(parse_period(code)) == said
