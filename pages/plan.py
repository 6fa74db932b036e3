"""Kế hoạch: its versions, the round trip through Excel with every change confirmed, and 'phê duyệt đường găng'."""

import streamlit as st

from indicators import plans
from indicators.wording import screens as words
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.plan import plan_tables
from pages import known
from pages import plan_approval as approval
from pages import plan_steps as steps
from pages import plan_versions as history
from pages.downloads import offer_tables
from pages.looking_back import say_closed
from pages.view import open_view

view = open_view(words.PLAN)
versions = plans.plan_versions(view.store, view.shown.commune, view.as_of)
history.show_versions(view, versions)
history.offer_files(view, versions)
steps.offer_workbook(view, versions)
if view.looks_back:
    say_closed(words.PLAN, view.shown)
else:
    file = steps.take_file(view)
    steps.show_outcome(steps.RECORDING)
    with st.container(key="kpi-plan-check"):
        preview = steps.show_changes(view, *file) if file else None
        if preview is not None:
            steps.ask_confirmation(view, preview)
    steps.show_outcome(approval.APPROVAL)
approval.offer_approval(view)
offer_tables(
    view,
    FILE_NAMES[words.PLAN],
    lambda: plan_tables(view.shown, versions, known.path_by_year(view.store, view.state, view.as_of)),
    of_period="",
)
