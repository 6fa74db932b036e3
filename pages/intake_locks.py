"""Khóa kỳ báo cáo: what is locked, locking a period, unlocking one with a reason."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators import ledger
from indicators.drawing import intake as drawing
from indicators.drawing.intake_locks import lock_list, lock_period_vi
from indicators.errors import IndicatorsError
from indicators.periods import all_periods, parse_period
from indicators.wording import intake_page as words
from indicators.wording.periods import period_vi
from indicators.wording.refusals import sentence
from pages.record import now
from pages.view import View

LOCKING = "locking_outcome"
_ROUND = "locking_round"


def show_locks(view: View) -> None:
    """The acts so far, and a form each for locking and unlocking, none where the view looks back. What was said is
    forgotten once it is done."""
    acts = ledger.locks(view.store, view.shown.commune, view.as_of)
    locked = list(dict.fromkeys(act["period"] for act in acts if act["locked"] and act["in_force"]))
    form = f"locks-{view.shown.commune}-{st.session_state.get(_ROUND, 0)}"
    title = words.LOCKS_IN_FORCE.format(count=len(locked)) if locked else words.LOCKS_TITLE
    with st.expander(title, expanded=_ROUND in st.session_state):  # another title is another, folded section
        st.html(drawing.step(None, words.LOCKS_NOTE))
        st.html(lock_list(acts))
        if view.looks_back:
            return
        lock, unlock = st.columns(2) if locked else (st.container(), None)
        with lock:
            ended = [period.code for period in all_periods() if period.ends_on() <= view.shown.today]
            _ask(view, f"{form}-lock", ended[::-1], locks=True)
        if unlock is not None:
            with unlock:
                _ask(view, f"{form}-unlock", locked, locks=False)


def _ask(view: View, form: str, periods: Sequence[str], *, locks: bool) -> None:
    with st.form(form):
        st.selectbox(
            words.LOCK_PERIOD if locks else words.UNLOCK_PERIOD,
            periods,
            index=None,
            placeholder=words.LOCK_CHOOSE,
            format_func=lock_period_vi,
            key=f"{form}-period",
        )
        st.text_input(words.LOCK_BY if locks else words.UNLOCK_BY, key=f"{form}-by")
        st.text_input(words.LOCK_REASON if locks else words.UNLOCK_REASON, key=f"{form}-reason")
        button = words.LOCK_BUTTON if locks else words.UNLOCK_BUTTON
        st.form_submit_button(button, on_click=_act, args=(view, form, locks))


def _act(view: View, form: str, locks: bool) -> None:
    said = st.session_state
    code = said.get(f"{form}-period")
    if code is None:
        said[LOCKING] = drawing.refusal(words.LOCK_INCOMPLETE)
        return
    period, commune = parse_period(code), view.shown.commune
    by, reason = (str(said.get(f"{form}-{name}", "")).strip() for name in ("by", "reason"))
    act = ledger.lock_period if locks else ledger.unlock_period
    try:
        act(view.store, commune, period, by=by, at=now(), reason=reason)
    except IndicatorsError as error:
        said[LOCKING] = drawing.refusal(sentence(error))
        return
    said[_ROUND] = said.get(_ROUND, 0) + 1
    done = words.LOCKED_NOW if locks else words.UNLOCKED_NOW
    said[LOCKING] = drawing.success(done.format(period=period_vi(period)))
