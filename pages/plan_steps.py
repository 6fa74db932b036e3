"""The round trip of Kế hoạch: the workbook out, the workbook back, every change of it, the confirmation.

What is recorded is exactly what was shown: the button of a drawn form carries its preview, with the bytes and the
token. What was answered about one file is not asked of another: the keys of these fields hold the content's digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

import streamlit as st

from indicators import plans
from indicators.drawing import intake as said
from indicators.drawing.plan_changes import plan_preview, plan_recorded, preview_head
from indicators.errors import IndicatorsError
from indicators.plans import Document, PlanPreview
from indicators.store import Row
from indicators.wording import plan_page as words
from indicators.wording import screens
from pages import known
from pages.intake_steps import XLSX
from pages.plan_document import DateUnreadable, ask_decision, date_of, decision_said, refusal_of, remember
from pages.record import now
from pages.view import View

RECORDING = "plan_recording_outcome"
_ROUND, _PREVIEWS = "plan_round", "plan_previews"
_FIELD_PIXELS = 420

#: What a preview depends on: the bytes, the view's state, the day of validity that was typed.
_Key = tuple[str, known.State, date | None]


def offer_workbook(view: View, versions: Sequence[Row]) -> None:
    with st.container(border=True):
        st.html(said.step(words.STEP_DOWNLOAD, words.DOWNLOAD_NOTE))
        st.download_button(
            words.DOWNLOAD,
            data=lambda: plans.build_plan_workbook(
                view.store, view.commune.commune, view.moment_of_file(), looks_back=view.looks_back
            ),
            file_name=view.file_name(words.DOWNLOAD_FILE.format(commune=view.shown.commune, plan=versions[0]["plan"])),
            mime=XLSX,
            on_click="ignore",
        )


def take_file(view: View) -> tuple[str, bytes] | None:
    """The chosen file's name and bytes; None while there is none. A workbook need not say whose it is."""
    with st.container(border=True):
        st.html(said.step(words.STEP_UPLOAD, words.UPLOAD_NOTE))
        key = f"plan-upload-{view.shown.commune}-{st.session_state.get(_ROUND, 0)}"
        file = st.file_uploader(words.UPLOAD_LABEL, key=key, label_visibility="collapsed")
    return None if file is None else (file.name, file.getvalue())


def show_outcome(action: str) -> None:
    """What the last action of this kind came to, once. Its place is kept, so that nothing below it moves."""
    place, outcome = st.empty(), st.session_state.pop(action, None)
    if outcome:
        place.html(outcome)


def show_changes(view: View, name: str, content: bytes) -> PlanPreview | None:
    """The file beside the newest version, if it held from the day that is asked for here; None where that is no day."""
    with st.container(border=True):
        st.html(preview_head(name))
        try:
            preview = _from_the_day_asked(view, _preview_once(view, name, content, None))
        except DateUnreadable as error:
            st.html(said.refusal(str(error)))
            return None
        st.html(plan_preview(preview))
    return preview


def _from_the_day_asked(view: View, of_sheet: PlanPreview) -> PlanPreview:
    """The preview from the day in the field, at first the one in the sheet. Raises DateUnreadable."""
    if of_sheet.draft is None:
        st.empty()  # the field's place: what stands below must not move, or it is there twice for a moment
        return of_sheet
    key, day = _valid_from_key(of_sheet.content), of_sheet.document.valid_from
    st.text_input(
        words.VALID_FROM_LABEL,
        value=screens.date_vi(day) if day else "",
        placeholder=words.DATE_PLACEHOLDER,
        key=key,
        width=_FIELD_PIXELS,
    )
    typed = date_of(key, words.VALID_FROM_LABEL)
    return of_sheet if typed in (None, day) else _preview_once(view, of_sheet.file_name, of_sheet.content, typed)


def ask_confirmation(view: View, preview: PlanPreview) -> None:
    """The deciding document, who records it and the button; only for a plan without errors that changes something."""
    valid_from = preview.document.valid_from
    if preview.draft is None or preview.errors or not preview.changes or valid_from is None:
        return
    form = f"plan-{_digest(preview.content)}"
    with st.container(border=True), st.form(form, border=False):
        note = words.CONFIRM_NOTE.format(count=len(preview.changes), valid_from=screens.date_vi(valid_from))
        st.html(said.step(words.STEP_CONFIRM, note))
        ask_decision(form, preview.document)
        st.form_submit_button(words.RECORD, type="primary", on_click=_record, args=(view, preview, form))


def _record(view: View, preview: PlanPreview, form: str) -> None:
    """Records the plan of the form whose button was pressed, decided by what the form says. A day that was typed at
    the same moment has not been shown yet."""
    session = st.session_state
    try:
        typed = date_of(_valid_from_key(preview.content), words.VALID_FROM_LABEL)
        if typed not in (None, preview.document.valid_from):
            session[RECORDING] = said.refusal(words.VALID_FROM_MOVED)
            return
        decision = decision_said(form)
        decided = Document(decision.document_number, decision.document_date, preview.document.valid_from)
        version = plans.record_plan(view.store, replace(preview, document=decided), by=decision.by, at=now())
    except (IndicatorsError, DateUnreadable) as error:
        session[RECORDING] = refusal_of(error)
        return
    remember(decision)
    session[_ROUND] = session.get(_ROUND, 0) + 1
    session[RECORDING] = plan_recorded(version, preview, view.shown)


def _preview_once(view: View, name: str, content: bytes, valid_from: date | None) -> PlanPreview:
    """The file's preview; the same bytes beside the same past are read once, not at every run of the page."""
    key = (_digest(content), view.state, valid_from)
    kept: dict[_Key, PlanPreview] = st.session_state.setdefault(_PREVIEWS, {})
    if key in kept:
        return kept[key]
    preview = plans.preview_plan(view.store, view.commune.commune, content, name, at=view.as_of, valid_from=valid_from)
    st.session_state[_PREVIEWS] = {other: kept[other] for other in kept if other[:2] == key[:2]} | {key: preview}
    return preview


def _valid_from_key(content: bytes) -> str:
    return f"plan-from-{_digest(content)}"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
