"""The steps of Nhập số liệu up to recording, each a part of the page.

What is recorded is exactly what was shown: the button of a drawn form carries its sheet, with the preview's own bytes
and token. What was answered about one file is not asked of another: the keys of these fields hold the content's digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from indicators import ledger
from indicators.drawing import intake as drawing
from indicators.drawing.choices import commune_chooser
from indicators.drawing.frame import page_title
from indicators.errors import IndicatorsError, SameFile
from indicators.intake import Sending, SheetReading, read_workbook
from indicators.ledger import Preview
from indicators.periods import Period, all_periods
from indicators.store import Row
from indicators.template import build_template
from indicators.wording import intake_page as words
from indicators.wording import screens
from indicators.wording.periods import period_vi
from indicators.wording.refusals import sentence
from pages import known
from pages.record import now
from pages.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RECORDING = "recording_outcome"
_ROUND, _READING, _SENDER = "intake_round", "intake_reading", "intake_sender"

#: What a reading depends on: the bytes, the name, the view's state, all uploads and those withdrawn, the period chosen.
_Key = tuple[str, str, known.State, tuple[int, int], Period | None]


@dataclass(frozen=True)
class Sheet:
    """A chosen file as it was read and shown; `preview` is None where it cannot be recorded."""

    name: str
    content: bytes
    reading: SheetReading
    preview: Preview | None

    @property
    def key(self) -> str:
        """What the fields about this sheet are named by: another file, commune or period asks anew."""
        return f"{_digest(self.content)}-{self.reading.commune}-{self.reading.period}"


def show_title(view: View) -> None:
    name = screens.capitalised(view.shown.commune_name)
    st.html(page_title(name, screens.PAGES[screens.INTAKE], commune_chooser(screens.INTAKE, view.shown)))


def show_outcome(action: str) -> None:
    """What the last action of this kind came to, once. Its place is kept, so that nothing below it moves."""
    place, outcome = st.empty(), st.session_state.pop(action, None)
    if outcome:
        place.html(outcome)


def offer_template(view: View) -> None:
    with st.container(border=True):
        st.html(drawing.step(words.STEP_TEMPLATE, words.TEMPLATE_NOTE))
        periods = all_periods()
        chosen, download = st.columns([2, 1], vertical_alignment="bottom")
        period = chosen.selectbox(
            words.TEMPLATE_PERIOD,
            periods,
            index=periods.index(view.shown.period),
            format_func=lambda period: screens.capitalised(period_vi(period)),
        )
        download.download_button(
            words.TEMPLATE_DOWNLOAD.format(period=period_vi(period)),
            data=lambda: build_template(view.store, view.commune, period, now()),
            file_name=words.TEMPLATE_FILE.format(commune=view.shown.commune, period=period),
            mime=XLSX,
            on_click="ignore",
            width="stretch",
        )


def take_file(view: View, uploads: Sequence[Row]) -> Sheet | None:
    """The chosen file, read; None while there is none. `uploads`: all there are, of every commune."""
    with st.container(border=True):
        st.html(drawing.step(words.STEP_UPLOAD, words.UPLOAD_NOTE))
        file = st.file_uploader(
            words.UPLOAD_LABEL, key=f"file-{st.session_state.get(_ROUND, 0)}", label_visibility="collapsed"
        )
        if file is None:
            return None
        content = file.getvalue()
        reading = _complete_period(view, file, uploads, _read_once(view, file, uploads, None))
    preview, same = None, _already_recorded(uploads, content, reading.commune)
    if same is not None:
        st.session_state[RECORDING] = drawing.refusal(sentence(same))
    elif reading.commune is not None and not reading.errors:
        preview = ledger.preview(view.store, content, reading, view.as_of)
    return Sheet(file.name, content, reading, preview)


def show_preview(view: View, sheet: Sheet) -> None:
    names = view.record.catalogue.by_commune
    with st.container(border=True):
        st.html(drawing.preview(sheet.name, sheet.reading, sheet.preview, names.get(sheet.reading.commune or "")))


def ask_confirmation(view: View, sheet: Sheet) -> None:
    """The sender's name and the confirmation; only for a sheet without errors."""
    if sheet.preview is None:
        return
    with st.container(border=True):
        st.html(drawing.step(words.STEP_CONFIRM, words.CONFIRM_NOTE))
        with st.form(f"confirmation-{sheet.key}", border=False):
            st.text_input(words.SENDER_LABEL, value=st.session_state.get(_SENDER, ""), key=f"sender-{sheet.key}")
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
    sender = str(st.session_state.get(f"sender-{sheet.key}", ""))
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
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state[RECORDING] = drawing.recorded(upload, preview.commune, sheet.reading)


def _complete_period(view: View, file: UploadedFile, uploads: Sequence[Row], reading: SheetReading) -> SheetReading:
    """Where the sheet does not say its period, the reading with the one that the sender chooses."""
    if not any(issue.code == "period_missing" for issue in reading.errors):
        return reading
    period = st.selectbox(
        words.SHEET_PERIOD,
        all_periods(),
        index=None,
        placeholder=words.SHEET_PERIOD_CHOOSE,
        format_func=lambda period: screens.capitalised(period_vi(period)),
        key=f"period-{_digest(file.getvalue())}",
    )
    return _read_once(view, file, uploads, period) if period else reading


def _read_once(view: View, file: UploadedFile, uploads: Sequence[Row], period: Period | None) -> SheetReading:
    """The file's reading; the same bytes beside the same past are read once, not at every run of the page."""
    content = file.getvalue()
    withdrawn = sum(row["withdrawn_at"] is not None for row in uploads)
    key = (_digest(content), file.name, view.state, (len(uploads), withdrawn), period)
    kept: dict[_Key, SheetReading] = st.session_state.setdefault(_READING, {})
    if key in kept:
        return kept[key]
    sending = Sending(
        view.shown.commune,
        period=period,
        file_name=file.name,
        memory_of=lambda commune: ledger.memory_of(view.store, commune, view.as_of),
    )
    reading = read_workbook(content, view.record.catalogue, sending, view.record.settings.limits)
    st.session_state[_READING] = {other: kept[other] for other in kept if other[:4] == key[:4]} | {key: reading}
    return reading


def _already_recorded(uploads: Sequence[Row], content: bytes, commune: str | None) -> SameFile | None:
    """The refusal that recording would meet, so that nobody fills in the confirmation for nothing."""
    digest = _digest(content)
    for row in uploads:
        if (row["sha256"], row["commune"]) == (digest, commune) and row["withdrawn_at"] is None:
            return SameFile(row["upload"], row["recorded_at"], row["recorded_by"])
    return None


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
