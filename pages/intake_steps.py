"""The title of Nhập số liệu, the sheet to fill in, and what the last action came to."""

from __future__ import annotations

import streamlit as st

from indicators.drawing import intake as drawing
from indicators.drawing.choices import commune_chooser
from indicators.drawing.frame import page_title
from indicators.periods import all_periods
from indicators.template import build_template
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from pages.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_title(view: View) -> None:
    name = screens.capitalised(view.shown.commune_name)
    st.html(page_title(name, screens.PAGES[screens.INTAKE], commune_chooser(screens.INTAKE, view.shown)))


def show_outcome(action: str) -> None:
    """What the last action of this kind came to, once. Its place is kept, so that nothing below it moves."""
    place, outcome = st.empty(), st.session_state.pop(action, None)
    if outcome:
        place.html(outcome)


def offer_template(view: View) -> None:
    with st.container(border=True):
        st.html(drawing.step(words.STEP_TEMPLATE, words.TEMPLATE_NOTE))
        periods = all_periods()
        chosen, download = st.columns([2, 1], vertical_alignment="bottom")
        period = chosen.selectbox(
            words.TEMPLATE_PERIOD,
            periods,
            index=periods.index(view.shown.period),
            format_func=lambda period: screens.capitalised(period_vi(period)),
        )
        download.download_button(
            words.TEMPLATE_DOWNLOAD.format(period=period_vi(period)),
            data=lambda: build_template(
                view.store, view.commune, period, view.moment_of_file(), looks_back=view.looks_back
            ),
            file_name=view.file_name(words.TEMPLATE_FILE.format(commune=view.shown.commune, period=period)),
            mime=XLSX,
            on_click="ignore",
            width="stretch",
        )
