"""Tổng quan: how many indicators stand where, what is behind and by how much, all of them, every quarter."""

import streamlit as st

from indicators import progress
from indicators.drawing.overview import overview_page
from indicators.wording import screens as words
from pages.view import open_view

view = open_view(words.OVERVIEW)
of_commune = (view.store, view.shown.commune)
found = progress.overview(*of_commune, view.shown.period.code, view.as_of, view.shown.scenario)
courses = progress.trends(*of_commune, view.as_of)
st.html(overview_page(view.shown, found, courses, view.commune.measure_by_id))
