"""Thực hiện so kế hoạch năm: what the year was assigned, by whom, and how the value stands against it."""

from __future__ import annotations

from indicators.catalogue import Bound
from indicators.drawing.figures import Row, difference_unit, distance_vi, is_yes_no, unit_after_number, with_unit
from indicators.drawing.html import Html, join, tag
from indicators.drawing.shown import Shown
from indicators.numbers import format_number
from indicators.wording import outlook
from indicators.wording.goals import goal_vi

_PERCENT_DECIMALS = 1


def judged_year(row: Row, shown: Shown) -> int:
    """The year shown or, after the target's end, its last."""
    return int(min(row["last_year"], shown.period.year))


def year_plan(row: Row) -> str:
    """'≥ 1.200 người (Thành phố giao 1.100 người; HĐND xã giao 1.200 người)'; '' where the year has no plan."""
    if row["year_goal"] is None or is_yes_no(row):
        return ""
    goals = {"city": row["city_goal"], "council": row["council_goal"]}
    assigned = [
        outlook.ASSIGNED_BY[by].format(value=with_unit(row, goal)) for by, goal in goals.items() if goal is not None
    ]
    return _goal(row) + (f" ({'; '.join(assigned)})" if assigned else "")


def against_year_plan(row: Row) -> Html:
    """'63,4%' of the plan or, of percentages, '−2,0 điểm %' from it: 97% insured of 99% is not '98% done'."""
    if row["year_goal_percent"] is not None and not row["unit"].startswith("%"):
        return join(f"{format_number(row['year_goal_percent'], _PERCENT_DECIMALS)}%")
    distance = distance_vi(row, row["year_goal_distance"])
    return (
        join(distance, tag("span", f"\u00a0{difference_unit(row['unit'])}", class_="kpi-unit"))
        if distance
        else Html("")
    )


def _goal(row: Row) -> str:
    stretch = row["goal_stretch"] if row["goal_value"] == row["year_goal"] else None
    if row["bound"] == Bound.BETWEEN and stretch is None:
        return with_unit(row, row["year_goal"])
    return goal_vi(row["bound"], row["year_goal"], stretch) + unit_after_number(row["unit"])
