"""A province's sheet on the page: its preview in counts, its confirmation, its recording."""

from __future__ import annotations

import streamlit as st

from indicators.drawing import intake as drawing
from indicators.drawing.intake_confirmation import cells_vi
from indicators.drawing.intake_province import province_preview
from indicators.errors import IndicatorsError
from indicators.numbers import format_number
from indicators.province import record_province
from indicators.province.locks import corrected_readings
from indicators.province.recording import may_leave_out, rest_of
from indicators.wording import intake_page as words
from indicators.wording.refusals import sentence
from pages.intake_file import RECORDING, ProvinceSheet, forget_file
from pages.intake_preview import offer_annotated
from pages.record import now
from pages.view import View


def show_province(sheet: ProvinceSheet) -> None:
    with st.container(border=True):
        st.html(province_preview(sheet.name, sheet.check))
        offer_annotated(sheet.name, sheet.content, sheet.reading, sheet.check.issues)


def ask_province(view: View, sheet: ProvinceSheet) -> None:
    """The sender's name and what must be confirmed; nothing where nothing could be recorded."""
    check = sheet.check
    if sheet.same is not None or not len(check.reading.values) or (check.errors and not may_leave_out(check)):
        return
    with st.container(border=True), st.form(f"province-{sheet.key}", border=False):
        st.html(drawing.step(words.STEP_CONFIRM, words.CONFIRM_NOTE))
        st.text_input(words.SENDER_LABEL, key=f"sender-{sheet.key}")
        if check.errors:
            said = words.ACCEPT_PROVINCE_REST.format(count=len(check.errors), cells=cells_vi(check.errors))
            st.checkbox(said, key=f"rest-{sheet.key}")
        if check.reading.likely:
            st.checkbox(words.ACCEPT_COLUMNS.format(count=len(check.reading.likely)), key=f"likely-{sheet.key}")
        if check.doubtful:
            st.checkbox(words.ACCEPT_PROVINCE_DOUBTFUL.format(count=len(check.doubtful)), key=f"doubtful-{sheet.key}")
        if corrected_readings(view.store, check.reading, view.as_of):
            st.text_input(words.CORRECTION_REASON, key=f"reason-{sheet.key}")
        button = words.RECORD_PROVINCE.format(communes=format_number(len(check.reading.communes), 0))
        st.form_submit_button(button, type="primary", on_click=_record, args=(view, sheet))


def _record(view: View, sheet: ProvinceSheet) -> None:
    """Records the sheet of the form whose button was pressed, or says why not."""
    said, check = st.session_state, sheet.check
    if check.errors and not said.get(f"rest-{sheet.key}"):
        said[RECORDING] = drawing.refusal(words.REST_UNCONFIRMED)
        return
    try:
        upload = record_province(
            view.store,
            sheet.content,
            sheet.name,
            check,
            by=str(said.get(f"sender-{sheet.key}", "")).strip(),
            at=now(),
            accept_likely=bool(said.get(f"likely-{sheet.key}")),
            accept_doubtful=bool(said.get(f"doubtful-{sheet.key}")),
            leave_out=bool(check.errors),
            reason=str(said.get(f"reason-{sheet.key}", "")),
            token=check.token,
        )
    except IndicatorsError as error:
        said[RECORDING] = drawing.refusal(sentence(error))
        return
    forget_file()
    recorded = rest_of(check).reading
    count, communes = (format_number(len(held), 0) for held in (recorded.values, recorded.communes))
    said[RECORDING] = drawing.success(words.PROVINCE_RECORDED.format(upload=upload, count=count, communes=communes))
