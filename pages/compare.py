"""So sánh hai thời điểm: what changed from one to the other, by which upload, by whom."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from indicators import ledger
from indicators.drawing.frame import notices
from indicators.drawing.html import join
from indicators.drawing.two_moments import Asked, compare_head, differences_found, nothing_to_compare
from indicators.moments import day_end, to_local
from indicators.wording import screens
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.two_moments import difference_tables
from pages import known
from pages.downloads import offer_tables
from pages.looking_back import asked_moments
from pages.view import View, open_view


def with_default(view: View, asked: Asked) -> Asked:
    """Without a first moment: the end of the day before the newest upload, so that its work is what is shown."""
    if asked.earlier is not None:
        return asked
    uploads = ledger.upload_history(view.store, view.shown.commune, asked.later or view.as_of)
    if not uploads:
        return asked
    return replace(asked, earlier=day_end(to_local(uploads[0]["recorded_at"]).date() - timedelta(days=1)))


fallbacks: list[str] = []
view = open_view(screens.COMPARE)
chosen = asked_moments(view.as_of, fallbacks)
asked = with_default(view, chosen)
st.html(join(notices(fallbacks), compare_head(view.shown, asked, chosen)))
if asked.earlier is None:
    st.html(nothing_to_compare())
else:
    shown, moments = view.shown, (asked.earlier, asked.later)
    found = known.differences(view.store, view.state, *moments, shown.period.code, shown.scenario, view.as_of)
    until_now = asked.later is None and not view.looks_back
    st.html(differences_found(found, shown, until_now=until_now))
    offer_tables(view, FILE_NAMES[screens.COMPARE], lambda: difference_tables(found, until_now=until_now), of_period="")
