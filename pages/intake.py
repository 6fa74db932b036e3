"""Nhập số liệu: template, upload, preview, confirmation; locked periods; the uploads so far, and taking one back."""

import streamlit as st

from indicators import ledger
from indicators.wording import screens
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.intake import intake_tables
from pages import intake_history as history
from pages import intake_steps as steps
from pages.downloads import offer_tables
from pages.intake_columns import ask_columns
from pages.intake_confirmation import ask_confirmation
from pages.intake_file import RECORDING, ProvinceSheet, take_file
from pages.intake_locks import LOCKING, show_locks
from pages.intake_preview import show_preview
from pages.intake_province import ask_province, show_province
from pages.looking_back import say_closed
from pages.view import open_view

view = open_view(screens.INTAKE)
steps.show_title(view)
steps.offer_template(view)
if view.looks_back:
    say_closed(screens.INTAKE, view.shown)
else:
    sheet = take_file(view)
    steps.show_outcome(RECORDING)
    with st.container(key="kpi-steps"):
        if isinstance(sheet, ProvinceSheet):
            show_province(sheet)
            ask_province(view, sheet)
        elif sheet is not None:
            ask_columns(sheet)
            show_preview(view, sheet)
            ask_confirmation(view, sheet)
    steps.show_outcome(history.WITHDRAWAL)
    steps.show_outcome(LOCKING)
show_locks(view)
uploads = ledger.upload_history(view.store, view.shown.commune, view.as_of)
history.show_history(view, uploads)
if uploads:
    offer_tables(view, FILE_NAMES[screens.INTAKE], lambda: intake_tables(uploads), of_period="")
if not view.looks_back:
    history.offer_withdrawal(view, uploads)
