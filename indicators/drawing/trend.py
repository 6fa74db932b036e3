"""The course of a value up to a period, beside the path that led to its milestone there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from indicators.catalogue import Accumulation
from indicators.drawing.figures import Row, is_yes_no
from indicators.drawing.html import Html
from indicators.drawing.shown import Shown
from indicators.drawing.sparkline import Points, sparkline
from indicators.wording import screens as words
from indicators.wording.statuses import STATUSES

#: Measure → its values by time, as `progress.trends` gives them.
Courses = Mapping[str, Sequence[tuple[int, Decimal]]]


def trend(row: Row, courses: Courses, shown: Shown) -> Html | None:
    """The small picture of a target; None for a yes or no, and where there is nothing to draw."""
    if is_yes_no(row):
        return None
    starts_anew = row["accumulation"] == Accumulation.YEAR_TO_DATE
    year_start = shown.period.year * 12
    first = year_start if starts_anew else shown.baseline_year * 12 + 12
    known = [point for point in courses.get(row["measure"], ()) if first <= point[0] <= shown.period.end_month]
    actual = [(year_start, Decimal(0)), *(point for point in known if point[0] > first)] if starts_anew else known
    if len(actual) < 2:
        return None
    return sparkline(actual, _path(row, actual, shown, starts_anew), STATUSES[row["status"]].tone, words.TREND_ALT)


def _path(row: Row, actual: Points, shown: Shown, starts_anew: bool) -> Points:
    """From the baseline, from nothing in January, or level: to the milestone of the period."""
    if row["planned_value"] is None:
        return ()
    end = (shown.period.end_month, row["planned_value"])
    if starts_anew:
        return ((shown.period.year * 12, Decimal(0)), end)
    if row["path_kind"] == "linear":
        if row["baseline_value"] is None:
            return ()
        return ((shown.baseline_year * 12 + 12, row["baseline_value"]), end)
    return ((actual[0][0], row["planned_value"]), end)
