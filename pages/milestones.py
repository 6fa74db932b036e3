"""Đường găng: a year's milestones month by month with what was reached, who leads them and what is due next."""

import streamlit as st

from indicators.drawing.milestones import milestones_page
from indicators.periods import Period
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.milestones import has_milestones, milestone_tables
from pages import known
from pages.downloads import offer_tables
from pages.view import open_view

view = open_view(words.MILESTONES)
rows = known.milestones(view.store, view.state, view.shown.period.year, view.shown.scenario, view.as_of)
st.html(milestones_page(view.shown, rows))
if has_milestones(view.shown, rows):
    year = period_vi(Period(view.shown.period.year))
    offer_tables(view, FILE_NAMES[words.MILESTONES], lambda: milestone_tables(view.shown, rows), of_period=year)
