"""What runs for every view: page settings and the navigation. Started by app.py."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.wording import screens as words
from pages.failure import explain_failure

FILES = {
    words.OVERVIEW: "overview.py",
    words.DETAIL: "detail.py",
    words.MILESTONES: "milestones.py",
    words.UNITS: "units.py",
    words.REPORT: "report.py",
    words.PLAN: "plan.py",
    words.REVIEW: "review.py",
    words.INTAKE: "intake.py",
    words.COMPARE: "compare.py",
}

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(
    [
        st.Page(file, title=(words.PAGES | words.PAGES_ASIDE)[path], url_path=path, default=path == words.OVERVIEW)
        for path, file in FILES.items()
    ],
    position="hidden",
)
try:
    page.run()
except IndicatorsError as error:
    explain_failure(error)
