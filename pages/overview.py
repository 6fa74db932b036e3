"""Tổng quan: how many indicators stand where, what is behind and by how much, all of them, every quarter."""

import streamlit as st

from indicators.drawing.overview import overview_page
from indicators.wording import screens as words
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.overview import overview_tables
from pages import known
from pages.downloads import offer_tables
from pages.pictures import offer_overview
from pages.view import open_view

view = open_view(words.OVERVIEW)
courses = known.courses(view.store, view.state, view.as_of)
forecasts = view.forecasts if view.shown.latest else {}
st.html(overview_page(view.shown, view.judged, courses, forecasts))
if view.shown.latest:
    offer_overview(view)
    offer_tables(view, FILE_NAMES[words.OVERVIEW], lambda: overview_tables(view.shown, view.judged))
