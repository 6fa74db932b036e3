"""Bản chốt số liệu: the reviews, freezing one, and one of them from every side, with what is proposed on it."""

from indicators.wording import screens
from pages import review_choice as choice
from pages import review_freezing as freezing
from pages import review_proposals as proposals
from pages.intake_steps import show_outcome
from pages.review_downloads import offer_downloads
from pages.review_plan import PLANNING, offer_plan
from pages.review_sides import offer_side_tables, show_side
from pages.view import open_view

view = open_view(screens.REVIEW)
review, side = choice.show_reviews(view)
show_outcome(freezing.FREEZING)
if review is not None:
    choice.show_head(view, review, side)
    offer_downloads(view, review)
    show_side(view, review, side)
    offer_side_tables(view, review)
    if choice.is_of_proposals(side):
        show_outcome(proposals.PROPOSING)
        proposals.offer_proposing(view, review)
        show_outcome(PLANNING)
        offer_plan(view, review)
freezing.offer_freezing(view, is_first=review is None)
