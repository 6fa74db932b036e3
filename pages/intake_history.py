"""The uploads so far, and taking one of them back."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from indicators import ledger
from indicators.drawing import intake as drawing
from indicators.errors import IndicatorsError
from indicators.store import Row
from indicators.wording import intake_page as words
from indicators.wording.refusals import moment_vi, sentence
from pages.record import now
from pages.view import View

WITHDRAWAL = "withdrawal_outcome"
_ROUND = "withdrawal_round"


def show_history(view: View, uploads: Iterable[Row]) -> None:
    st.html(drawing.history(uploads, view.shown))


def offer_withdrawal(view: View, uploads: Iterable[Row]) -> None:
    """A form to take back an upload that stands; nothing where there is none. What was said in it is forgotten with the
    withdrawal, and belongs to one commune."""
    standing = {row["upload"]: _title(row) for row in uploads if row["withdrawn_at"] is None}
    if not standing:
        return
    form = f"withdrawal-{view.shown.commune}-{st.session_state.get(_ROUND, 0)}"
    with st.expander(words.WITHDRAW), st.form(form, border=False):
        st.html(drawing.step(None, words.WITHDRAW_NOTE))
        st.selectbox(
            words.WITHDRAW_WHICH,
            list(standing),
            format_func=lambda upload: standing[upload],
            index=None,
            placeholder=words.WITHDRAW_CHOOSE,
            key=f"{form}-which",
        )
        st.text_input(words.WITHDRAW_REASON, key=f"{form}-reason")
        st.text_input(words.WITHDRAW_BY, key=f"{form}-by")
        st.checkbox(words.WITHDRAW_CONFIRM, key=f"{form}-confirmed")
        st.form_submit_button(words.WITHDRAW_BUTTON, on_click=_withdraw, args=(view, form))


def _title(row: Row) -> str:
    item = words.WITHDRAW_ITEM if row["communes"] == 1 else words.WITHDRAW_ITEM_OF_SEVERAL
    return item.format(
        communes=row["communes"],
        upload=row["upload"],
        file_name=row["file_name"],
        recorded_by=row["recorded_by"],
        recorded_at=moment_vi(row["recorded_at"]),
    )


def _withdraw(view: View, form: str) -> None:
    said = st.session_state
    upload = said.get(f"{form}-which")
    if upload is None or not said.get(f"{form}-confirmed"):
        said[WITHDRAWAL] = drawing.refusal(words.WITHDRAW_INCOMPLETE)
        return
    reason, by = str(said.get(f"{form}-reason", "")).strip(), str(said.get(f"{form}-by", "")).strip()
    try:
        ledger.withdraw(view.store, int(upload), reason=reason, by=by, at=now())
    except IndicatorsError as error:
        said[WITHDRAWAL] = drawing.refusal(sentence(error))
        return
    said[_ROUND] = said.get(_ROUND, 0) + 1
    said[WITHDRAWAL] = drawing.success(words.WITHDRAWN_NOW.format(upload=upload))
