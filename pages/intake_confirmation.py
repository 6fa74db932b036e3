"""The confirmation of what was shown, and the recording.

What is recorded is exactly what was shown: the button of a drawn form carries its sheet, with the preview's own bytes
and token. What was answered about one file is not asked of another: the keys of these fields hold the content's digest,
and the state of the record that it was compared with.
"""

from __future__ import annotations

import streamlit as st

from indicators import ledger
from indicators.drawing import intake as drawing
from indicators.drawing.intake_confirmation import asked_list, cells_vi, outdated
from indicators.errors import IndicatorsError, PreviewOutdated
from indicators.intake import SheetReading
from indicators.ledger import Preview, Rest
from indicators.wording import intake_page as words
from indicators.wording.refusals import sentence
from pages.intake_file import RECORDING, Sheet, forget_file
from pages.record import now
from pages.view import View

_SENDER = "intake_sender"


def ask_confirmation(view: View, sheet: Sheet) -> None:
    """The confirmation of a sheet without errors, or of the rest of one whose errors are single cells."""
    if sheet.preview is None or sheet.same is not None:
        return
    rest = sheet.preview.rest
    if rest is None and (sheet.reading.errors or sheet.preview.locked or not sheet.reading.readings):
        return
    with st.container(border=True):
        offered = _show_rest(rest) if rest else _show_whole(sheet)
        if offered.doubtful:
            st.html(asked_list(words.DOUBTFUL_TITLE, offered.doubtful))
        with st.form(f"confirmation-{sheet.key}", border=False):
            _ask(sheet, sheet.preview, offered)
            button = words.RECORD_REST if rest else words.RECORD
            st.form_submit_button(
                button.format(count=len(offered.readings)),
                type="primary",
                on_click=_record,
                args=(view, sheet, sheet.preview),
            )


def _show_whole(sheet: Sheet) -> SheetReading:
    st.html(drawing.step(words.STEP_CONFIRM, words.CONFIRM_NOTE))
    return sheet.reading


def _show_rest(rest: Rest) -> SheetReading:
    st.html(drawing.step(words.STEP_REST, words.REST_NOTE.format(count=len(rest.reading.readings))))
    st.html(asked_list(words.REST_TITLE, rest.left_out))
    return rest.reading


def _ask(sheet: Sheet, preview: Preview, offered: SheetReading) -> None:
    """The fields of the form: only what this sheet needs."""
    st.text_input(words.SENDER_LABEL, value=st.session_state.get(_SENDER, ""), key=f"sender-{sheet.digest}")
    if preview.rest:
        st.checkbox(words.ACCEPT_REST.format(cells=cells_vi(preview.rest.left_out)), key=f"rest-{sheet.key}")
    if offered.likely:
        st.checkbox(words.ACCEPT_LIKELY.format(count=len(offered.likely)), key=f"likely-{sheet.key}")
    if offered.doubtful:
        st.checkbox(words.ACCEPT_DOUBTFUL.format(count=len(offered.doubtful)), key=f"doubtful-{sheet.key}")
    if preview.asks_reason:
        st.text_input(words.CORRECTION_REASON, key=f"reason-{sheet.key}")


def _record(view: View, sheet: Sheet, preview: Preview) -> None:
    """Records the sheet of the form whose button was pressed, or says why not."""
    said = st.session_state
    if preview.rest and not said.get(f"rest-{sheet.key}"):
        said[RECORDING] = drawing.refusal(words.REST_UNCONFIRMED)
        return
    sender = str(said.get(f"sender-{sheet.digest}", "")).strip()
    try:
        upload = _recorded(view, sheet, preview, sender)
    except PreviewOutdated as error:
        said[RECORDING] = outdated(sentence(error), error.changes, view.record.catalogue.by_commune[preview.commune])
        return
    except IndicatorsError as error:
        said[RECORDING] = drawing.refusal(sentence(error))
        return
    said[_SENDER] = sender
    forget_file()
    said[RECORDING] = drawing.recorded(upload, preview.commune, preview.rest.reading if preview.rest else sheet.reading)


def _recorded(view: View, sheet: Sheet, preview: Preview, sender: str) -> int:
    said = st.session_state
    return ledger.record(
        view.store,
        sheet.content,
        sheet.name,
        sheet.reading,
        by=sender,
        at=now(),
        accept_likely=bool(said.get(f"likely-{sheet.key}")),
        accept_doubtful=bool(said.get(f"doubtful-{sheet.key}")),
        leave_out=preview.rest is not None,
        reason=str(said.get(f"reason-{sheet.key}", "")),
        pointed=sheet.pointed,
        token=preview.token,
    )
