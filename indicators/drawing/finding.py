"""What a target's numbers say, as one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from indicators.drawing.figures import (
    Row,
    difference_unit,
    difference_vi,
    is_yes_no,
    judged_mean,
    judged_period,
    with_unit,
)
from indicators.drawing.shown import Shown
from indicators.periods import parse_period
from indicators.wording import screens as words
from indicators.wording.periods import period_vi


def finding(row: Row, shown: Shown, decisions: Sequence[str]) -> str:
    """'Đến hết quý III/2026, thực hiện 70,3%, thấp hơn mốc 75% là 4,7 điểm %, chậm 0,6 tháng; …'. `decisions`: the
    documents that recognise a yes."""
    if is_yes_no(row):
        return _of_yes_no(row, shown, decisions) + "."
    return _actual(row, shown) + _against_milestone(row, shown) + _against_tolerance(row) + _due(row, shown) + "."


def _of_yes_no(row: Row, shown: Shown, decisions: Sequence[str]) -> str:
    if row["actual_value"] is None:
        return words.SAYS_NO_VALUE.format(period=shown.period_text) + _due(row, shown)
    if row["actual_value"] < 1:
        return words.SAYS_NO.format(period=shown.period_text) + _due(row, shown)
    decision = words.DECISION_OF.format(text="; ".join(decisions)) if decisions else words.NO_DECISION
    return words.SAYS_YES.format(period=shown.period_text) + words.SAYS_DECISION.format(decision=decision)


def _actual(row: Row, shown: Shown) -> str:
    mean = judged_mean(row, shown)
    if mean is not None:
        return _mean(row, mean, shown)
    if row["actual_value"] is not None:
        said = words.SAYS_ACTUAL.format(period=shown.period_text, value=with_unit(row, row["actual_value"]))
        return said + (words.SAYS_ESTIMATE if row["estimate"] else "")
    said = words.SAYS_NO_VALUE.format(period=shown.period_text)
    if row["last_known_value"] is None:
        return said
    period = period_vi(parse_period(row["last_known_period"]))
    return said + words.SAYS_LAST.format(value=with_unit(row, row["last_known_value"]), period=period)


def _mean(row: Row, mean: str, shown: Shown) -> str:
    """'Bình quân các năm 2026-2027: 7,93% (riêng năm 2027: 9%)'."""
    if row["compared_value"] is None:
        said = words.SAYS_NO_MEAN.format(mean=mean)
    else:
        said = words.SAYS_MEAN.format(mean=words.capitalised(mean), value=with_unit(row, row["compared_value"]))
    if row["actual_value"] is None:
        return said
    own = words.SAYS_OF_LAST_YEAR.format(period=judged_period(row, shown), value=with_unit(row, row["actual_value"]))
    return said + own


def _against_milestone(row: Row, shown: Shown) -> str:
    compared, milestone = row["compared_value"], row["planned_value"]
    if row["status"] == "no_baseline":
        return words.SAYS_NO_BASELINE.format(year=shown.baseline_year)
    if milestone is None:
        return ""
    if compared is None or row["distance"] is None:
        return words.SAYS_MILESTONE.format(milestone=with_unit(row, milestone))
    if row["distance"] == 0:
        said = words.SAYS_EQUAL.format(milestone=with_unit(row, milestone))
        said += words.SAYS_ONLY_EQUAL.get(row["bound"], "")
    else:
        template = words.SAYS_HIGHER if compared > milestone else words.SAYS_LOWER
        said = template.format(milestone=with_unit(row, milestone), difference=_difference(row, row["distance"]))
    lateness = words.lateness_vi(row["late_months"])
    return said + (f", {lateness}" if lateness else "")


def _against_tolerance(row: Row) -> str:
    if row["status"] not in {"behind", "off_track"} or row["tolerance"] is None or not row["distance"]:
        return ""
    template = words.SAYS_WITHIN if row["status"] == "behind" else words.SAYS_BEYOND
    return template.format(tolerance=_difference(row, row["tolerance"]))


def _due(row: Row, shown: Shown) -> str:
    return f"; {words.time_left_vi(row['due_on'], shown.today)}" if row["due_on"] and row["status"] != "met" else ""


def _difference(row: Row, difference: Decimal) -> str:
    return f"{difference_vi(row, difference)}\u00a0{difference_unit(row['unit'])}"
