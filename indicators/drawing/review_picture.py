"""The frozen picture: the overview of a review, drawn of its own rows and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from indicators.drawing.figures import Row
from indicators.drawing.heatmap import heat_map
from indicators.drawing.html import Html, join, tag
from indicators.drawing.lead import are_all_final, attention, lead
from indicators.drawing.overview import indicator_names
from indicators.drawing.shown import Shown
from indicators.drawing.table import indicator_table
from indicators.moments import to_local
from indicators.periods import parse_period
from indicators.reviews.model import Review
from indicators.wording import screens


def shown_then(review: Review, shown: Shown) -> Shown:
    """The view of the review's period and moment: links lead to the pages as of then."""
    period = parse_period(review.period)
    return replace(
        shown, period=period, latest=period, as_of=review.as_of, today=to_local(review.as_of).date(),
        scenario="floor", scenarios=screens.SCENARIOS, order="plan", unit=None, leader=None, officer=None,
    )  # fmt: skip


def frozen_picture(review: Review, shown: Shown) -> Html:
    """`shown`: of `shown_then`."""
    targets = review.rows("targets")
    statuses = {row["indicator"]: row["status"] for row in review.rows("indicators")}
    first_look = tag(
        "div",
        lead(list(statuses.values()), shown.period_text, are_final=are_all_final(targets)),
        attention(targets, shown, forecasts_of(review)),
        class_="kpi-first-look",
    )
    title = screens.TABLE_TITLE.format(count=len(statuses))
    table = indicator_table(targets, statuses, _courses(review.rows("values")), shown)
    of_quarters = {(row["indicator"], row["period"]): row["status"] for row in review.rows("statuses")}
    return join(
        first_look,
        tag("section", tag("h2", title), table, class_="kpi-section"),
        heat_map(indicator_names(targets), of_quarters, shown),
    )


def forecasts_of(review: Review) -> Mapping[str, Row]:
    """Target → what was to be expected of it."""
    return {row["target"]: row for row in review.rows("forecasts")}


def _courses(values: Iterable[Row]) -> Mapping[str, Sequence[tuple[int, Decimal]]]:
    """Measure → its values by time, of periods that end together the longest: the rows come so."""
    found: dict[str, dict[int, Decimal]] = {}
    for row in values:
        found.setdefault(row["measure"], {})[row["end_month"]] = row["value"]
    return {measure: list(points.items()) for measure, points in found.items()}
