"""The uploads so far, and taking one of them back."""

from __future__ import annotations

import streamlit as st

from indicators import ledger
from indicators.drawing import intake as drawing
from indicators.errors import IndicatorsError
from indicators.store import Row
from indicators.wording import screens as words
from indicators.wording.refusals import moment_vi, sentence
from pages.record import now
from pages.view import View

WITHDRAWAL = "withdrawal_outcome"
_ROUND = "withdrawal_round"


def show_history(view: View) -> None:
    st.html(drawing.history(_uploads(view), view.shown))


def offer_withdrawal(view: View) -> None:
    """A form to take back an upload that stands; nothing where there is none."""
    standing = {row["upload"]: _title(row) for row in _uploads(view) if row["withdrawn_at"] is None}
    if not standing:
        return
    with st.expander(words.WITHDRAW), st.form(f"withdrawal-{st.session_state.get(_ROUND, 0)}", border=False):
        st.html(drawing.step(None, words.WITHDRAW_NOTE))
        st.selectbox(
            words.WITHDRAW_WHICH,
            list(standing),
            format_func=lambda upload: standing[upload],
            index=None,
            placeholder=words.WITHDRAW_CHOOSE,
            key="withdraw_which",
        )
        st.text_input(words.WITHDRAW_REASON, key="withdraw_reason")
        st.text_input(words.WITHDRAW_BY, key="withdraw_by")
        st.checkbox(words.WITHDRAW_CONFIRM, key="withdraw_confirmed")
        st.form_submit_button(words.WITHDRAW_BUTTON, on_click=_withdraw, args=(view,))


def _uploads(view: View) -> list[Row]:
    return [row for row in ledger.uploads(view.store) if row["commune"] == view.shown.commune]


def _title(row: Row) -> str:
    return words.WITHDRAW_ITEM.format(
        upload=row["upload"],
        file_name=row["file_name"],
        recorded_by=row["recorded_by"],
        recorded_at=moment_vi(row["recorded_at"]),
    )


def _withdraw(view: View) -> None:
    said = st.session_state
    upload = said.get("withdraw_which")
    if upload is None or not said.get("withdraw_confirmed"):
        said[WITHDRAWAL] = drawing.refusal(words.WITHDRAW_INCOMPLETE)
        return
    reason, by = str(said.get("withdraw_reason", "")).strip(), str(said.get("withdraw_by", "")).strip()
    try:
        ledger.withdraw(view.store, int(upload), reason=reason, by=by, at=now())
    except IndicatorsError as error:
        said[WITHDRAWAL] = drawing.refusal(sentence(error))
        return
    said[_ROUND] = said.get(_ROUND, 0) + 1
    said[WITHDRAWAL] = drawing.success(words.WITHDRAWN_NOW.format(upload=upload))
