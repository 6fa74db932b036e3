"""The sides from which a review is looked at; what is drawn of it comes out of the review alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from indicators import ledger
from indicators.appraisal.latest import SinceFrozen, since_frozen
from indicators.appraisal.outlook import expected_of_review
from indicators.appraisal.start import SinceStart, first_versions, since_start
from indicators.drawing.html import Html
from indicators.drawing.review_latest import against_latest
from indicators.drawing.review_outlook import outlook
from indicators.drawing.review_picture import frozen_picture, shown_then
from indicators.drawing.review_proposals import proposals_section
from indicators.drawing.review_start import against_start
from indicators.periods import parse_period
from indicators.proposals import all_proposals, standing_proposals
from indicators.reviews import Review
from indicators.store import Row
from indicators.wording import review_page as words
from indicators.wording.looking_back import moment_vi
from indicators.wording.periods import period_vi
from indicators.wording.review_page import View as Side
from indicators.workbooks import Table
from indicators.workbooks.review import review_tables
from pages import known
from pages.downloads import offer_tables
from pages.view import View


def show_side(view: View, review: Review, side: Side) -> None:
    st.html(_SIDES[side](view, review))


def offer_side_tables(view: View, review: Review) -> None:
    """The tables of all sides as Excel."""
    offer_tables(view, words.PAGE_FILE, lambda: _tables(view, review), of_period=period_vi(parse_period(review.period)))


def _tables(view: View, review: Review) -> list[Table]:
    return review_tables(
        _since_frozen(view, review),
        _uploads(view),
        _since_start(view, review),
        expected_of_review(review),
        standing_proposals(view.store, review, view.as_of),
    )


def _picture(view: View, review: Review) -> Html:
    return frozen_picture(review, shown_then(review, view.shown))


def _latest(view: View, review: Review) -> Html:
    """Against the same period and the newest one, as known at the view's moment."""
    shown = replace(shown_then(review, view.shown), as_of=view.shown.as_of)
    return against_latest(
        _since_frozen(view, review), _uploads(view), shown, _newest(view, review), moment_vi(view.as_of)
    )


def _start(view: View, review: Review) -> Html:
    return against_start(_since_start(view, review), shown_then(review, view.shown))


def _newest(view: View, review: Review) -> str | None:
    """The newest period with data, where it is after the review's."""
    latest = view.shown.latest
    return latest.code if latest and latest.end_month > parse_period(review.period).end_month else None


def _uploads(view: View) -> dict[int, Row]:
    return {row["upload"]: row for row in ledger.upload_history(view.store, view.shown.commune, view.as_of)}


def _since_frozen(view: View, review: Review) -> list[SinceFrozen]:
    now, later = (
        known.overview(view.store, view.state, code, "floor", view.as_of).targets if code else []
        for code in (review.period, _newest(view, review))
    )
    return since_frozen(review.rows("targets"), now, later)


def _since_start(view: View, review: Review) -> list[SinceStart]:
    """Where the first versions wanted each target is derived once more, as of the review's own moment."""
    versions, asked = review.rows("versions_of_target"), {"period": review.period, "as_of": review.as_of}
    milestones = {
        plan: {
            row["target"]: row["floor_milestone"]
            for row in view.store.rows("milestones_of_version", commune=review.row["commune"], plan=plan, **asked)
        }
        for plan in first_versions(versions)
        if plan != review.row["plan"]
    }
    return since_start(review.rows("targets"), versions, milestones)


def _outlook(view: View, review: Review) -> Html:
    proposals = standing_proposals(view.store, review, view.as_of)
    return outlook(expected_of_review(review), proposals, shown_then(review, view.shown))


def _proposals(view: View, review: Review) -> Html:
    expected = {line.row["target"]: line for line in expected_of_review(review)}
    of_review = (view.store, review, view.as_of)
    standing, acts = standing_proposals(*of_review), all_proposals(*of_review)
    return proposals_section(standing, acts, expected, shown_then(review, view.shown))


_SIDES: Mapping[Side, Callable[[View, Review], Html]] = {
    Side.PICTURE: _picture,
    Side.LATEST: _latest,
    Side.START: _start,
    Side.OUTLOOK: _outlook,
    Side.PROPOSALS: _proposals,
}
