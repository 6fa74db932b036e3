"""Đường găng: a year's milestones month by month with what was reached, who leads them and what is due next."""

import streamlit as st

from indicators.drawing.milestones import milestones_page
from indicators.wording import screens as words
from pages import known
from pages.view import open_view

view = open_view(words.MILESTONES)
rows = known.milestones(view.store, view.state, view.shown.period.year, view.shown.scenario, view.as_of)
st.html(milestones_page(view.shown, rows))
