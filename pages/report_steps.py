"""What Báo cáo shows: which report, what it says, who has not reported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from indicators.drawing.choices import view_choices
from indicators.drawing.frame import notices, page_title
from indicators.drawing.html import join
from indicators.drawing.overdue import next_section, overdue_section
from indicators.drawing.people import people_of
from indicators.drawing.report import nothing_to_report, occasion_said, report_preview, scope_choices
from indicators.errors import PeriodEmpty, UnitUnknown
from indicators.overdue import DAYS_AHEAD, Row
from indicators.reports import Occasion, Report
from indicators.wording import report_page as words
from indicators.wording import screens
from indicators.wording.refusals import sentence
from pages import known
from pages.view import View


def choose(view: View) -> Occasion:
    """The title with what chooses the report; its occasion, as the address says it."""
    shown, text = view.shown, st.query_params.get("occasion", Occasion.PERIOD.value)
    unknown = [] if text in words.OCCASIONS else [screens.CHOICE_FALLBACK.format(text=text)]
    occasion = Occasion.PERIOD if unknown else Occasion(text)
    choices = view_choices(screens.REPORT, shown, occasion=occasion_said(occasion.value))
    title = page_title(screens.capitalised(shown.period_text), screens.PAGES[screens.REPORT], choices)
    units = people_of(view.judged.targets, "unit")
    st.html(join(notices(unknown), title, scope_choices(screens.REPORT, shown, occasion.value, units)))
    return occasion


def show_report(view: View, occasion: Occasion) -> Report | None:
    """What the report will say; None where there is nothing to report on, which is said."""
    shown = view.shown
    asked = (shown.period.code, occasion.value, shown.unit, shown.scenario)
    try:
        report = known.report(view.store, view.state, *asked, view.as_of)
    except (PeriodEmpty, UnitUnknown) as error:
        st.html(nothing_to_report(screens.REPORT, shown, sentence(error)))
        return None
    st.html(report_preview(report))
    return report


def show_overdue(view: View) -> tuple[Sequence[Row], Sequence[Row]]:
    """Who has not reported by the day looked at, and what is due next: the rows of both, of the unit shown."""
    shown, unit = view.shown, view.shown.unit
    owed, coming = (
        [row for row in rows if unit in (None, row["lead_unit"])]
        for rows in known.reports_owed(view.store, view.state, view.as_of)
    )
    until = shown.today + timedelta(days=DAYS_AHEAD)
    st.html(join(overdue_section(owed, shown.today), next_section(coming, until)))
    return owed, coming
