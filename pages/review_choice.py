"""Which review is looked at, and from which side: as the address says, else the newest, as it was frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.drawing import review as drawing
from indicators.drawing.choices import commune_chooser
from indicators.drawing.frame import notices, page_title
from indicators.drawing.html import Html, join
from indicators.errors import ReviewDamaged
from indicators.reviews import Review, open_review, reviews
from indicators.store import Row, Store
from indicators.wording import review_page as words
from indicators.wording import screens
from indicators.wording.refusals import sentence
from pages.view import View

#: Review's key → the review, or what is wrong with it.
_Opened = Mapping[str, Review | ReviewDamaged]


def show_reviews(view: View) -> tuple[Review | None, words.View]:
    """Draws the list; the review that is looked at, None where there is none or it is damaged, and the side."""
    listed = reviews(view.store, view.shown.commune, view.as_of)
    opened = {row["review"]: _opened(view.store, row["commune"], row["review"], row["frozen_at"]) for row in listed}
    fallbacks: list[str] = []
    chosen = _chosen(listed, fallbacks)
    side = _side(fallbacks)
    name = screens.capitalised(view.shown.commune_name)
    title = page_title(name, screens.PAGES[screens.REVIEW], commune_chooser(screens.REVIEW, view.shown))
    body = _list(listed, opened, chosen, view) if listed else drawing.no_reviews(view.shown)
    st.html(join(title, notices(fallbacks), body))
    found = opened.get(chosen or "")
    return (found if isinstance(found, Review) else None), side


def show_head(view: View, review: Review, side: words.View) -> None:
    st.html(drawing.review_head(review, side, view.shown))


def is_of_proposals(side: words.View) -> bool:
    return side is words.View.PROPOSALS


@st.cache_resource(max_entries=40, show_spinner=False)
def _opened(_store: Store, commune: str, review: str, _frozen_at: object) -> Review | ReviewDamaged:
    """Opened and checked once a process: nothing in it changes a review, and no other process has the store."""
    try:
        return open_review(_store, commune, review)
    except ReviewDamaged as error:
        return error


def _chosen(listed: Sequence[Row], fallbacks: list[str]) -> str | None:
    """The key of the one that the address names; the newest where it names none or another."""
    asked = st.query_params.get("review")
    found = next((row["review"] for row in listed if asked and row["name_vi"] == asked), None)
    if asked and found is None and listed:
        fallbacks.append(words.NO_SUCH.format(name=asked))
    return found or (listed[0]["review"] if listed else None)


def _side(fallbacks: list[str]) -> words.View:
    text = st.query_params.get("part")
    if text and text not in set(words.View):
        fallbacks.append(screens.CHOICE_FALLBACK.format(text=text))
    return words.View(text) if text and text in set(words.View) else words.View.PICTURE


def _list(listed: Sequence[Row], opened: _Opened, chosen: str | None, view: View) -> Html:
    troubles = {
        key: sentence(found) if isinstance(found, ReviewDamaged) else "" for key, found in opened.items()
    }  # fmt: skip
    return drawing.review_list(listed, troubles, chosen, view.shown)
