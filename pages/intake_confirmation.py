"""The confirmation of what was shown, and the recording.

What is recorded is exactly what was shown: the button of a drawn form carries its sheet, with the preview's own bytes
and token. What was answered about one file is not asked of another: the keys of these fields hold the content's digest.
"""

from __future__ import annotations

import streamlit as st

from indicators import ledger
from indicators.drawing import intake as drawing
from indicators.errors import IndicatorsError
from indicators.ledger import Preview
from indicators.wording import intake_page as words
from indicators.wording.refusals import sentence
from pages.intake_file import RECORDING, Sheet, forget_file
from pages.record import now
from pages.view import View

_SENDER = "intake_sender"


def ask_confirmation(view: View, sheet: Sheet) -> None:
    """The sender's name and the confirmation; only for a sheet without errors."""
    if sheet.preview is None or sheet.same is not None or sheet.reading.errors:
        return
    with st.container(border=True):
        st.html(drawing.step(words.STEP_CONFIRM, words.CONFIRM_NOTE))
        with st.form(f"confirmation-{sheet.key}", border=False):
            st.text_input(words.SENDER_LABEL, value=st.session_state.get(_SENDER, ""), key=f"sender-{sheet.digest}")
            count = len(sheet.reading.likely)
            if count:
                st.checkbox(words.ACCEPT_LIKELY.format(count=count), key=f"accept-{sheet.key}")
            st.form_submit_button(
                words.RECORD.format(count=len(sheet.reading.readings)),
                type="primary",
                on_click=_record,
                args=(view, sheet, sheet.preview),
            )


def _record(view: View, sheet: Sheet, preview: Preview) -> None:
    """Records the sheet of the form whose button was pressed."""
    sender = str(st.session_state.get(f"sender-{sheet.digest}", ""))
    try:
        upload = ledger.record(
            view.store,
            sheet.content,
            sheet.name,
            sheet.reading,
            by=sender.strip(),
            at=now(),
            accept_likely=bool(st.session_state.get(f"accept-{sheet.key}")),
            token=preview.token,
        )
    except IndicatorsError as error:
        st.session_state[RECORDING] = drawing.refusal(sentence(error))
        return
    st.session_state[_SENDER] = sender
    forget_file()
    st.session_state[RECORDING] = drawing.recorded(upload, preview.commune, sheet.reading)
