"""The table of all indicators: one line a target, the targets of an indicator together, the groups under headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from indicators.drawing.detail_components import holds_back
from indicators.drawing.figures import (
    Row,
    distance_with_unit,
    goal_line,
    is_yes_no,
    judged_mean,
    number_with_unit,
)
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.lead import worst_first
from indicators.drawing.marks import pill, symbol
from indicators.drawing.shown import Shown
from indicators.drawing.trend import Courses, trend
from indicators.drawing.year_plan import against_year_plan_short, is_year_plan
from indicators.periods import parse_period
from indicators.wording import outlook
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES

_HEADINGS = (
    (words.COLUMN_NUMBER, "number"),
    (words.COLUMN_NAME, "name"),
    (words.COLUMN_STATUS, "status"),
    (words.COLUMN_ACTUAL, "actual"),
    (words.COLUMN_MILESTONE_SHORT, "milestone"),
    (words.COLUMN_DISTANCE, "distance"),
    (words.COLUMN_LATENESS, "late"),
    (words.COLUMN_TREND, "trend"),
)


def indicator_table(
    targets: Sequence[Row],
    statuses: Mapping[str, str],
    courses: Courses,
    shown: Shown,
) -> Html:
    """`targets`: judged rows; `statuses`: indicator → status; `courses`: measure → its values by time."""

    def picture(row: Row) -> Html | None:
        return trend(row, courses, shown)

    def body(rows: Sequence[Row], heads: str | None) -> Html:
        return tag("tbody", [line(row, heads if row is rows[0] else None) for row in rows])

    def line(row: Row, heads: str | None) -> Html:
        back = holds_back(row) if members_of[row["indicator"]] > 1 else None
        return _line(row, heads, back, picture(row), shown)

    members_of = Counter(row["indicator"] for row in targets)
    head = tag("thead", tag("tr", [tag("th", text, scope="col", class_=f"kpi-c-{name}") for text, name in _HEADINGS]))
    if shown.order == "worst":
        bodies = [body([row], None) for row in worst_first(targets)]
    else:
        bodies = [
            join(
                _group_heading(group),
                [body(rows, _status_of_several(rows, statuses)) for rows in _by_indicator(members)],
            )
            for group, members in groupby(targets, lambda row: row["group_vi"])
        ]
    return tag("table", head, bodies, class_="kpi-table")


def _group_heading(group: str) -> Html:
    return tag("tbody", tag("tr", tag("th", group, colspan=len(_HEADINGS), scope="rowgroup")), class_="kpi-group")


def _by_indicator(rows: Iterable[Row]) -> list[list[Row]]:
    return [list(members) for _, members in groupby(rows, lambda row: row["indicator"])]


def _status_of_several(rows: Sequence[Row], statuses: Mapping[str, str]) -> str | None:
    """An indicator's own status where it has several targets: the worst of theirs."""
    return statuses[rows[0]["indicator"]] if len(rows) > 1 else None


def _line(row: Row, heads: str | None, back: Html | None, picture: Html | None, shown: Shown) -> Html:
    """A target's line; `heads` is the status of the indicator whose first target it is, where it has several; `back`
    marks the one that holds it back."""
    return tag(
        "tr",
        tag("td", row["target"], _indicator_mark(row, heads), class_="kpi-c-number"),
        _name_cell(row, shown),
        tag("td", pill(row["status"]), back, class_="kpi-c-status"),
        _labelled("actual", words.COLUMN_ACTUAL, _actual(row, shown)),
        _labelled("milestone", words.COLUMN_MILESTONE_SHORT, _milestone(row)),
        _labelled("distance", words.COLUMN_DISTANCE, _distance(row)),
        _labelled("late", words.COLUMN_LATENESS, _lateness(row, shown)),
        tag("td", picture, class_="kpi-c-trend"),
        class_=f"kpi-row kpi-{STATUSES[row['status']].tone}",
        data_row=True,
    )


def _indicator_mark(row: Row, status: str | None) -> Html | None:
    if status is None:
        return None
    return symbol(status, f"{words.INDICATOR.format(number=row['indicator'])}: {STATUSES[status].word}")


def _name_cell(row: Row, shown: Shown) -> Html:
    strive = tag("span", words.STRIVE, class_="kpi-strive", title=words.STRIVE_NOTE)
    return tag(
        "td",
        link(shown.address(words.DETAIL, target=row["target"]), row["name_vi"]),
        tag(
            "span",
            goal_line(row),
            join(" ", strive) if row["commitment"] == "strive" else None,
            class_="kpi-goal",
        ),
        class_="kpi-c-name",
    )


def _labelled(name: str, label: str, content: Html) -> Html:
    """A cell whose column's name is shown beside it where the columns are gone (on a phone)."""
    return tag("td", content, class_=f"kpi-c-{name}", data_label=label, data_empty=not content)


def _actual(row: Row, shown: Shown) -> Html:
    mean = judged_mean(row, shown)
    if mean is not None and row["compared_value"] is not None:
        return join(number_with_unit(row, row["compared_value"]), tag("small", mean, class_="kpi-mean"))
    if row["actual_value"] is not None:
        estimate = tag("abbr", words.ESTIMATE, class_="kpi-estimate", title=words.ESTIMATE_NOTE)
        return join(number_with_unit(row, row["actual_value"]), join(" ", estimate) if row["estimate"] else None)
    if row["last_known_value"] is None:
        return Html("")
    known = period_vi(parse_period(row["last_known_period"]))
    return tag(
        "span",
        number_with_unit(row, row["last_known_value"]),
        tag("small", words.LAST_KNOWN.format(period=known)),
        class_="kpi-last-known",
    )


def _milestone(row: Row) -> Html:
    if is_yes_no(row) or row["planned_value"] is None:
        return Html("")
    note = tag("small", outlook.IS_YEAR_PLAN, class_="kpi-year-plan") if is_year_plan(row) else None
    return join(number_with_unit(row, row["planned_value"], with_long_unit=False), note)


def _distance(row: Row) -> Html:
    """From the milestone and, where that is another, from the year's plan."""
    of_year = against_year_plan_short(row)
    note = tag("small", of_year, class_="kpi-year-plan", title=outlook.YEAR_PLAN_NOTE) if of_year else None
    return join(distance_with_unit(row, with_longest_unit=False), note)


def _lateness(row: Row, shown: Shown) -> Html:
    if row["status"] == "not_due":
        return join(words.time_left_vi(row["due_on"], shown.today) if row["due_on"] else None)
    return join(words.lateness_vi(row["late_months"]))
