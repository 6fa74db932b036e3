"""What a review holds to be expected of each target, said as the report says it: they never disagree."""

from __future__ import annotations

from indicators.reports.expectation import expected
from indicators.reports.model import Expected
from indicators.reviews.model import Review


def expected_of_review(review: Review) -> tuple[Expected, ...]:
    """A line a target of the review, in its order, of its frozen rows alone."""
    forecasts = {row["target"]: row for row in review.rows("forecasts")}
    targets = [row for row in review.rows("targets") if row["target"] in forecasts]
    return tuple(expected(row, forecasts[row["target"]]) for row in targets)
