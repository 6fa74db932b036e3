"""How a target's numbers are written: 1.234,5 with its unit, a difference with its sign, yes and no as words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from indicators.catalogue import Bound
from indicators.drawing.html import Html, join, tag
from indicators.drawing.shown import Shown
from indicators.numbers import format_figure, round_half_up
from indicators.periods import Period, parse_period
from indicators.wording import outlook
from indicators.wording import screens as words
from indicators.wording.goals import goal_vi
from indicators.wording.periods import period_vi

Row = Mapping[str, Any]

_LONGEST_BESIDE, _LONGEST_REPEATED = 8, 16
_EXACT_UP_TO = 3
_LEAST_COMPARED = 2


def is_yes_no(row: Row) -> bool:
    return bool(row["bound"] == Bound.ACHIEVED)


def judged_mean(row: Row, shown: Shown) -> str | None:
    """'bình quân các năm 2026-2027' where that mean is judged instead of the period's own value. The mean of one year
    is that year's value."""
    last = min(row["last_year"], shown.period.year)
    return words.mean_of_years(row["first_year"], last) if row["by_mean"] and last > row["first_year"] else None


def judged_period(row: Row, shown: Shown) -> str:
    """The period whose value is judged, in words: the one shown or, after the target's end, its last year."""
    return period_vi(Period(row["last_year"])) if shown.period.year > row["last_year"] else shown.period_text


def short_unit(unit: str) -> str:
    """The unit without 'per year': a growth of 15 '%/năm' reads '15%'."""
    return unit.removesuffix("/năm")


def exact_decimals(value: Decimal, decimals: int) -> int:
    """As many decimals as the value has, `decimals` at least: what an office wrote is shown as it wrote it."""
    return max(decimals, -int(value.normalize().as_tuple().exponent))


def figure_decimals(value: Decimal, decimals: int) -> int:
    """As `exact_decimals`, but two where the value was divided out to four: 79,7 against 78,75 is +0,95, what stands
    side by side adds up."""
    exact = exact_decimals(value, decimals)
    return exact if exact <= _EXACT_UP_TO else max(decimals, 2)


def exact_vi(value: Decimal, decimals: int) -> str:
    """The number with every decimal it has: '94,15'."""
    return format_figure(value, exact_decimals(value, decimals))


def value_vi(row: Row, value: Decimal | None) -> str:
    """'94,1', or 'Đạt' for a yes; '' where there is no value. Never rounded to a number that it is not."""
    if value is None:
        return ""
    if is_yes_no(row):
        return words.YES if value >= 1 else words.NO
    return format_figure(value, figure_decimals(value, row["decimals"]), row["goal_value"])


def with_unit(row: Row, value: Decimal | None) -> str:
    """'94,1%', '512 người', 'Đạt'; '' where there is no value."""
    if value is None or is_yes_no(row):
        return value_vi(row, value)
    return f"{value_vi(row, value)}{unit_after_number(row['unit'])}"


def estimated_vi(row: Row, value: Decimal | float) -> str:
    """A value that was reckoned, not reported: at the measure's own decimals, '82,3%', and as it is compared: of 0,498
    that counts as 0,50 it may not be read that it is below 0,5 (sql/views/33_compared_at.sql)."""
    edges = [edge for edge in (row["goal_value"], row.get("goal_stretch")) if edge is not None]
    places = max([row["decimals"], _LEAST_COMPARED, *(exact_decimals(edge, 0) for edge in edges)])
    compared = round_half_up(Decimal(str(value)), places)
    return f"{format_figure(compared, row['decimals'], row['goal_value'])}{unit_after_number(row['unit'])}"


def unit_after_number(unit: str) -> str:
    """'%' at once, a word after a space that does not break."""
    short = short_unit(unit)
    return short if short.startswith("%") else f"\u00a0{short}"


def difference_unit(unit: str) -> str:
    """Percentages differ by points."""
    return words.POINTS if unit.startswith("%") else short_unit(unit)


def difference_vi(row: Row, difference: Decimal) -> str:
    """The size of a difference: '4,7'."""
    return format_figure(abs(difference), figure_decimals(difference, row["decimals"]))


def distance_vi(row: Row, distance: Decimal | None) -> str:
    """'+0,3' or '−4,7' with a real minus sign; '' where there is none or the target is a yes or no."""
    if distance is None or is_yes_no(row):
        return ""
    text = difference_vi(row, distance)
    return text if distance == 0 else f"{'+' if distance > 0 else '−'}{text}"


def goal_line(row: Row) -> str:
    """'≥ 99% đến năm 2030', '15 - 16%, bình quân 2026-2030', 'Đạt trong năm 2026'; '≥ 90% năm 2026' where that year was
    assigned a goal of its own."""
    is_of_year = not row["by_mean"] and (row["city_goal"] is not None or row["council_goal"] is not None)
    year = min(parse_period(row["period"]).year, row["last_year"])
    return f"{goal_with_unit(row)} {outlook.OF_YEAR.format(year=year)}" if is_of_year else plan_goal_line(row)


def plan_goal_line(row: Row) -> str:
    """The goal with its horizon, as the plan says it of the target."""
    return f"{goal_with_unit(row)} {words.horizon_vi(row['horizon'], row['first_year'], row['last_year'])}"


def goal_with_unit(row: Row) -> str:
    """'≥ 99%', '190 - 200\u00a0tỷ đồng', 'Đạt'."""
    unit = "" if is_yes_no(row) else unit_after_number(row["unit"])
    return goal_vi(row["bound"], row["goal_value"], row["goal_stretch"]) + unit


def number_with_unit(
    row: Row, value: Decimal | None, *, with_long_unit: bool = True, as_recorded: bool = False
) -> Html:
    """The number with its unit set smaller beside it; a long unit may be left to the number next to it. `as_recorded`
    shows every decimal that was stored."""
    if value is None:
        return Html("")
    if is_yes_no(row):
        return join(value_vi(row, value))
    unit = unit_after_number(row["unit"])
    number = exact_vi(value, row["decimals"]) if as_recorded else value_vi(row, value)
    return join(number, _unit_span(unit) if with_long_unit or len(unit) <= _LONGEST_BESIDE else None)


def distance_with_unit(row: Row, *, with_longest_unit: bool = True) -> Html:
    """The distance with the unit in which it is counted; a very long one may be left to the number next to it."""
    text, unit = distance_vi(row, row["distance"]), f"\u00a0{difference_unit(row['unit'])}"
    if not text:
        return Html("")
    return join(text, _unit_span(unit) if with_longest_unit or len(unit) <= _LONGEST_REPEATED else None)


def _unit_span(unit: str) -> Html:
    """A long unit takes a line of its own."""
    is_long = len(unit) > _LONGEST_BESIDE
    return tag("span", unit, class_="kpi-unit kpi-unit-long" if is_long else "kpi-unit")
