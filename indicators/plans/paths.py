"""How a target's path runs before the store has the version; of stored ones sql/views/50_target_line.sql says it."""

from __future__ import annotations

from indicators.catalogue import Accumulation, Bound, Horizon, Measure, PathRule, Target

ACHIEVED, SHARE, FLAT, LINEAR = "achieved", "share", "flat", "linear"


def path_kind(measure: Measure, target: Target) -> str:
    """achieved, share, flat, linear or steps."""
    if target.bound is Bound.ACHIEVED:
        return ACHIEVED
    if measure.accumulation is Accumulation.YEAR_TO_DATE:
        return SHARE
    if not may_choose_path(measure, target):
        return FLAT
    return LINEAR if target.path_rule is PathRule.RULE else str(target.path_rule)


def may_choose_path(measure: Measure, target: Target) -> bool:
    """A rule of its own fits levels and ratios on the way to a year; the others have but one path."""
    on_the_way = measure.accumulation in {Accumulation.LEVEL, Accumulation.RATIO_TO_DATE}
    return on_the_way and target.horizon is Horizon.BY_YEAR and target.bound is not Bound.ACHIEVED


def has_rhythm(measure: Measure, target: Target) -> bool:
    """Its months share the year's total."""
    return path_kind(measure, target) == SHARE


def is_judged_in(target: Target, year: int) -> bool:
    """The target has milestones in the year: on the way to its horizon, or in the years it is judged in."""
    if target.bound is Bound.ACHIEVED:
        return False
    return year <= target.last_year and (target.horizon is Horizon.BY_YEAR or year >= target.first_year)
