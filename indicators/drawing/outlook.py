"""What is to be expected of a target, and what it takes: «Dự báo và cần đạt»."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from indicators.catalogue import Accumulation, Bound, Horizon
from indicators.drawing.figures import (
    Row,
    difference_unit,
    estimated_vi,
    exact_vi,
    goal_with_unit,
    unit_after_number,
)
from indicators.drawing.html import Html, tag
from indicators.drawing.shown import Shown
from indicators.periods import LAST_YEAR, parse_period
from indicators.wording import outlook as words
from indicators.wording import screens
from indicators.wording.forecasts import reason_vi
from indicators.wording.goals import goal_vi
from indicators.wording.periods import period_vi


def outlook_section(target: Row, forecast: Row | None, shown: Shown) -> Html:
    """`forecast`: the target's row of forecasts.forecasts; None where the plan that judges has it not."""
    if forecast is None:
        return Html("")
    facts = {**_expectation(target, forecast), **_when_met(forecast, shown), words.NEEDED: needed_vi(target, forecast)}
    said = [tag("div", tag("dt", label), tag("dd", text)) for label, text in facts.items() if text]
    if forecast["reason"]:
        note = reason_vi(forecast["reason"], forecast["points"])
    else:
        note = words.POINTS_USED.format(count=forecast["points"])
    return tag(
        "section",
        tag("h2", words.FORECAST_TITLE),
        tag("dl", said, class_="kpi-facts kpi-outlook") if said else None,
        tag("p", note, class_="kpi-note"),
        class_="kpi-section",
    )


def needed_vi(target: Row, forecast: Row) -> str:
    """'mỗi quý còn lại cần tăng 0,42 điểm %', 'mỗi tháng còn lại cần thêm 37 người', 'mỗi năm còn lại cần tăng 15,8%';
    '' where nothing was worked out."""
    needed, per = forecast["needed"], forecast["needed_per"]
    if needed is None:
        return ""
    is_ceiling = target["bound"] in (Bound.AT_MOST, Bound.BELOW)
    said_per = words.NEEDED_PER[per]
    if per == "year":
        return _of_years(target, is_ceiling).format(per=said_per, value=_amount(target, needed, is_ceiling))
    if per == "month" and is_ceiling:
        if needed < 0:
            return words.NEEDED_EXCEEDED
        return words.NEEDED_AT_MOST.format(per=said_per, value=_change(target, needed, is_ceiling))
    if needed == 0:
        beyond = words.NEEDED_BEYOND.get(target["bound"])
        return beyond if beyond and target["compared_value"] == forecast["goal"] else words.NEEDED_NOTHING
    template = words.NEEDED_LESS if needed < 0 else words.NEEDED_MORE[per]
    return template.format(per=said_per, value=_change(target, abs(needed), is_most=False))


def expected_of_vi(target: Row, forecast: Row) -> str:
    """'Dự báo đến hết năm 2030', 'Dự báo bình quân các năm 2026-2030'."""
    if target["horizon"] == Horizon.AVERAGE:
        return words.EXPECTED_MEAN.format(mean=screens.mean_of_years(target["first_year"], target["last_year"]))
    return words.EXPECTED_AT.format(period=period_vi(parse_period(forecast["forecast_period"])))


def goal_held_vi(target: Row, forecast: Row) -> str:
    """That the forecast is held against: of the year it is about, in the scenario."""
    if target["bound"] == Bound.BETWEEN:
        return goal_with_unit(target)
    return goal_vi(target["bound"], forecast["goal"], None) + unit_after_number(target["unit"])


def _expectation(target: Row, forecast: Row) -> dict[str, str]:
    """What comes, and whether that would do."""
    if forecast["expected"] is None:
        return {}
    low, high, expected = (estimated_vi(target, forecast[name]) for name in ("low", "high", "expected"))
    interval = f" ({words.INTERVAL.format(low=low, high=high)})" if low != high else ""
    goal = words.GOAL_TO_MEET.format(goal=goal_held_vi(target, forecast))
    return {
        expected_of_vi(target, forecast): expected + interval,
        goal: words.WILL_MEET if forecast["meets_goal"] else words.WILL_NOT_MEET,
    }


def _when_met(forecast: Row, shown: Shown) -> dict[str, str]:
    """By when the goal would be met; of a year or a mean that will not meet it, there is no when."""
    if forecast["met_period"] is not None:
        period = parse_period(forecast["met_period"])
        template = words.MET_ALREADY if period.end_month <= shown.period.end_month else words.MET_IN
        return {words.WHEN_MET: template.format(period=period_vi(period))}
    if forecast["expected"] is None or forecast["horizon"] != Horizon.BY_YEAR:
        return {}
    return {words.WHEN_MET: words.NOT_MET_IN_TIME.format(year=LAST_YEAR)}


def _of_years(target: Row, is_ceiling: bool) -> str:
    if is_ceiling:
        return words.NEEDED_BELOW if target["bound"] == Bound.BELOW else words.NEEDED_AT_MOST
    return words.NEEDED_GROWTH if target["accumulation"] == Accumulation.GROWTH else words.NEEDED_MORE["year"]


def _amount(target: Row, value: Decimal, is_most: bool) -> str:
    return f"{_rounded_vi(target, value, is_most)}{unit_after_number(target['unit'])}"


def _change(target: Row, value: Decimal, is_most: bool) -> str:
    return f"{_rounded_vi(target, value, is_most)}\u00a0{difference_unit(target['unit'])}"


def _rounded_vi(target: Row, value: Decimal, is_most: bool) -> str:
    """Rounded to the side that is surely enough; people are counted whole."""
    places = 0 if target["decimals"] == 0 and value >= 1 else max(target["decimals"], 2)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_FLOOR if is_most else ROUND_CEILING)
    return exact_vi(rounded, min(target["decimals"], places))
