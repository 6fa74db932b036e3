"""What is met, what will be missed at this pace, and what it takes: the lines of a report that looks ahead."""

from __future__ import annotations

from indicators.drawing.figures import estimated_vi, is_yes_no
from indicators.drawing.outlook import expected_of_vi, goal_held_vi, needed_vi
from indicators.reports.facts import Facts
from indicators.reports.model import Expected
from indicators.store import Row
from indicators.wording import outlook
from indicators.wording import reports as words
from indicators.wording.forecasts import reason_vi
from indicators.wording.statuses import STATUSES

_FINALLY = {"met": "met", "met_exceeded": "met", "not_met": "will_miss"}


def expected_of(facts: Facts) -> tuple[Expected, ...]:
    """A line a target that is led, in the plan's order; none where the occasion does not look ahead."""
    return tuple(expected(row, facts.forecasts[row["target"]]) for row in facts.led if row["target"] in facts.forecasts)


def expected(row: Row, forecast: Row) -> Expected:
    """The line of a target, of its judged row and its row of forecasts.forecasts."""
    if row["is_final"] or (is_yes_no(row) and row["status"] == "met"):
        said = words.FINAL_RESULT.format(status=STATUSES[row["status"]].word) if row["is_final"] else words.RECOGNISED
        return Expected(row, row["name_vi"], _FINALLY[row["status"]], said, "", "")
    reason = reason_vi(forecast["reason"], forecast["points"]) if forecast["reason"] else ""
    return Expected(row, row["name_vi"], _verdict(forecast), _forecast(row, forecast), needed_vi(row, forecast), reason)


def _verdict(forecast: Row) -> str:
    if forecast["expected"] is None or forecast["meets_goal"] is None:
        return "unknown"
    return "will_meet" if forecast["meets_goal"] else "will_miss"


def _forecast(row: Row, forecast: Row) -> str:
    """'Dự báo đến hết năm 2030: 82,3% (khoảng tin cậy 80%: 80,1% - 84,5%); so với mục tiêu ≥ 99%: dự báo không đạt'."""
    if forecast["expected"] is None:
        return ""
    low, high, middle = (estimated_vi(row, forecast[name]) for name in ("low", "high", "expected"))
    interval = f" ({outlook.INTERVAL.format(low=low, high=high)})" if low != high else ""
    goal = outlook.GOAL_TO_MEET.format(goal=goal_held_vi(row, forecast))
    return words.FORECAST.format(
        what=expected_of_vi(row, forecast), expected=middle + interval, goal=f"{goal[:1].lower()}{goal[1:]}",
        verdict=outlook.WILL_MEET if forecast["meets_goal"] else outlook.WILL_NOT_MEET,
    )  # fmt: skip
