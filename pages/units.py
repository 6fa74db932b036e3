"""Theo cơ quan, đơn vị: what each leads and how it stands, its reports of the year, the evidence sheet to download."""

import streamlit as st

from indicators.drawing.units import YearOfUnits, units_page
from indicators.evidence import build_evidence
from indicators.wording import screens
from indicators.wording import units as words
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.units import unit_tables
from pages import known
from pages.downloads import offer_tables
from pages.intake_steps import XLSX
from pages.view import open_view

view = open_view(screens.UNITS)
shown, year = view.shown, view.shown.period.year
of_year = (view.store, view.state, year)
judged = known.judged_in_year(*of_year, shown.scenario, view.as_of)
in_year = YearOfUnits(judged, known.reports_of_year(*of_year, view.as_of))
st.html(units_page(shown, view.judged, in_year))
offer_tables(view, FILE_NAMES[screens.UNITS], lambda: unit_tables(shown, view.judged, in_year))

chosen = getattr(shown, shown.by)
with st.container(border=True, key="kpi-evidence"):
    st.html(words.DOWNLOAD_NOTE.format(year=year))
    st.download_button(
        words.DOWNLOAD_ONE.format(name=chosen) if chosen else words.DOWNLOAD_ALL[shown.by],
        data=lambda: build_evidence(
            view.store, shown.commune, year, view.as_of, shown.by, chosen, looks_back=view.looks_back
        ),
        file_name=view.file_name(words.EVIDENCE_FILE.format(commune=shown.commune, year=year)),
        mime=XLSX,
        on_click="ignore",
    )
