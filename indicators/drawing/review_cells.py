"""The cells that every table of a review shares: which target it is, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.drawing.figures import Row, is_yes_no, judged_mean, with_unit
from indicators.drawing.html import Child, Html, join, link, tag
from indicators.drawing.marks import pill
from indicators.drawing.plan import heading
from indicators.drawing.shown import Shown
from indicators.wording import review_page as words
from indicators.wording import screens

_CLASSES = "kpi-list-table kpi-cards-table kpi-review-table"


def review_table(headings: Iterable[str], rows: Iterable[Html]) -> Html:
    """A table that becomes cards on a phone."""
    table = tag("table", heading(headings), tag("tbody", rows), class_=_CLASSES)
    return tag("div", table, class_="kpi-scroll")


def name_cell(row: Row, shown: Shown) -> Html:
    return tag("td", target_name(row, shown), class_="kpi-wide kpi-review-name", data_label=words.COLUMN_TARGET)


def standing_cell(label: str, said: Child) -> Html:
    return tag("td", said, class_="kpi-review-standing", data_label=label)


def target_name(row: Row, shown: Shown) -> Html:
    """The number and the name, which leads to the target's details."""
    return join(tag("b", row["target"]), " ", link(shown.address(screens.DETAIL, target=row["target"]), row["name_vi"]))


def standing(row: Row | None, shown: Shown) -> Html:
    """A target's value, its milestone and its status in one cell."""
    if row is None:
        return Html("")
    value = row["compared_value"] if judged_mean(row, shown) else row["actual_value"]
    planned = row["planned_value"]
    milestone = words.NO_MILESTONE if planned is None else words.MILESTONE_OF.format(value=with_unit(row, planned))
    return join(
        tag("strong", with_unit(row, value) or words.NO_VALUE),
        None if is_yes_no(row) else tag("small", milestone),
        pill(row["status"]),
    )
