"""How much of the đường găng has been approved, and what an approval came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.drawing.html import Html, join, tag
from indicators.drawing.intake import step, success
from indicators.drawing.plan import heading, pill
from indicators.drawing.plan_changes import leads_on
from indicators.drawing.shown import Shown
from indicators.numbers import format_number
from indicators.plans.fixed import YearOfPath
from indicators.wording import plan_page as words
from indicators.wording.screens import date_vi


def path_years(years: Sequence[YearOfPath]) -> Html:
    """The heading of the approval, and a line a year."""
    headings = heading((words.COLUMN_YEAR, words.COLUMN_STATE, words.COLUMN_FIXED, words.COLUMN_DERIVED))
    table = tag(
        "table", headings, tag("tbody", [_year(year) for year in years]), class_="kpi-list-table kpi-plan-years"
    )
    return join(
        step(words.APPROVAL_TITLE, words.APPROVAL_NOTE), tag("div", table, class_="kpi-scroll kpi-plan-years-frame")
    )


def path_approved(version: int, years: Sequence[int], valid_from: date, shown: Shown) -> Html:
    """What was approved, with where to see it."""
    said = words.APPROVED_NOW.format(years=words.years_vi(years), plan=version, valid_from=date_vi(valid_from))
    return success(said, *leads_on(shown))


def _year(year: YearOfPath) -> Html:
    return tag(
        "tr",
        tag("td", str(year.year)),
        tag("td", _state(year)),
        [tag("td", format_number(count, 0), class_="kpi-n") for count in (year.fixed, year.derived)],
    )


def _state(year: YearOfPath) -> Html:
    """How much is fixed; a year before the version holds, or without a baseline, has no milestones to fix."""
    if year.is_before:
        return pill(*words.PATH_STATES["before"])
    of_fixed = "some" if year.derived else "all"
    of_none = "none" if year.derived else "without"
    return pill(*words.PATH_STATES[of_fixed if year.fixed else of_none])
