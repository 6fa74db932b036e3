"""The sides from which a review is looked at; what is drawn of it comes out of the review alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from indicators import ledger
from indicators.appraisal.latest import since_frozen
from indicators.appraisal.outlook import expected_of_review
from indicators.appraisal.start import first_versions, since_start
from indicators.drawing.html import Html
from indicators.drawing.review_latest import against_latest
from indicators.drawing.review_outlook import outlook
from indicators.drawing.review_picture import frozen_picture, shown_then
from indicators.drawing.review_proposals import proposals_section
from indicators.drawing.review_start import against_start
from indicators.periods import parse_period
from indicators.proposals import all_proposals, standing_proposals
from indicators.reviews import Review
from indicators.wording.looking_back import moment_vi
from indicators.wording.review_page import View as Side
from pages import known
from pages.view import View


def show_side(view: View, review: Review, side: Side) -> None:
    st.html(_SIDES[side](view, review))


def _picture(view: View, review: Review) -> Html:
    return frozen_picture(review, shown_then(review, view.shown))


def _latest(view: View, review: Review) -> Html:
    """Against the same period and the newest one, as known at the view's moment."""
    period, latest = parse_period(review.period), view.shown.latest
    newest = latest.code if latest and latest.end_month > period.end_month else None
    now, later = (
        known.overview(view.store, view.state, code, "floor", view.as_of).targets if code else []
        for code in (period.code, newest)
    )
    uploads = {row["upload"]: row for row in ledger.upload_history(view.store, view.shown.commune, view.as_of)}
    shown = replace(shown_then(review, view.shown), as_of=view.shown.as_of)
    lines = since_frozen(review.rows("targets"), now, later)
    return against_latest(lines, uploads, shown, newest, moment_vi(view.as_of))


def _start(view: View, review: Review) -> Html:
    """Where the first versions wanted each target is derived once more, as of the review's own moment."""
    versions = review.rows("versions_of_target")
    milestones = {
        plan: {
            row["target"]: row["floor_milestone"]
            for row in view.store.rows(
                "milestones_of_version",
                commune=review.row["commune"],
                plan=plan,
                period=review.period,
                as_of=review.as_of,
            )
        }
        for plan in first_versions(versions)
        if plan != review.row["plan"]
    }
    return against_start(since_start(review.rows("targets"), versions, milestones), shown_then(review, view.shown))


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
