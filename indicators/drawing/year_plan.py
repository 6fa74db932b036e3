"""Thực hiện so kế hoạch năm: what the year was assigned, by whom, and how the value stands against it."""

from __future__ import annotations

from indicators.catalogue import Bound
from indicators.drawing.figures import Row, difference_unit, distance_vi, is_yes_no, unit_after_number, with_unit
from indicators.drawing.html import Html, join, tag
from indicators.drawing.shown import Shown
from indicators.numbers import format_figure
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
    if _percent(row):
        return join(_percent(row))
    distance = distance_vi(row, row["year_goal_distance"])
    return (
        join(distance, tag("span", f"\u00a0{difference_unit(row['unit'])}", class_="kpi-unit"))
        if distance
        else Html("")
    )


def is_year_plan(row: Row) -> bool:
    """The milestone is the year's plan itself: a distance from the one is a distance from the other."""
    return row["year_goal"] is not None and row["planned_value"] == row["year_goal"]


def against_year_plan_short(row: Row) -> str:
    """'54,0% KH năm', '−1,4 so KH năm' (in the unit of the distance it stands below); '' where that says no more."""
    if is_year_plan(row):
        return ""
    if _percent(row):
        return outlook.PERCENT_OF_YEAR_PLAN.format(percent=_percent(row))
    distance = distance_vi(row, row["year_goal_distance"])
    return outlook.FROM_YEAR_PLAN.format(distance=distance) if distance else ""


def _percent(row: Row) -> str:
    if row["year_goal_percent"] is None or row["unit"].startswith("%"):
        return ""
    return f"{format_figure(row['year_goal_percent'], _PERCENT_DECIMALS)}%"


def _goal(row: Row) -> str:
    stretch = row["goal_stretch"] if row["goal_value"] == row["year_goal"] else None
    if row["bound"] == Bound.BETWEEN and stretch is None:
        return with_unit(row, row["year_goal"])
    return goal_vi(row["bound"], row["year_goal"], stretch) + unit_after_number(row["unit"])
