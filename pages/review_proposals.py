"""Proposing on a review, and taking a proposal back; closed while the page looks back."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from indicators import proposals
from indicators.drawing import intake as said
from indicators.errors import IndicatorsError
from indicators.numbers import Unreadable, parse_number
from indicators.periods import LAST_YEAR, parse_period
from indicators.proposals import Proposal
from indicators.reviews import Review
from indicators.store import Row
from indicators.wording import proposals as words
from indicators.wording import screens
from indicators.wording.refusals import sentence
from pages.looking_back import say_closed
from pages.record import now
from pages.view import View

PROPOSING = "review_proposing_outcome"
_ROUND, _BY = "review_proposing_round", "review_proposed_by"
_AS_IN_PLAN = 0
_NUMBERS = {"goal_value": words.GOAL_LABEL, "goal_stretch": words.STRETCH_LABEL, "tolerance": words.TOLERANCE_LABEL}


class _NumberUnreadable(ValueError):
    """A field whose text is no number; its sentence."""


def offer_proposing(view: View, review: Review) -> None:
    """The two forms. What was said in them belongs to one review and is forgotten once it was recorded."""
    if view.looks_back:
        say_closed(screens.REVIEW, view.shown)
        return
    form = f"propose-{review.row['commune']}-{review.row['review']}-{st.session_state.get(_ROUND, 0)}"
    targets = {row["target"]: row for row in review.rows("targets")}
    with st.expander(words.FORM_OPEN), st.form(form, border=False):
        st.html(said.step(None, words.FORM_NOTE))
        _ask_what(form, targets, parse_period(review.period).year)
        _ask_why(form, words.REASON_LABEL, words.BY_LABEL)
        st.form_submit_button(words.PROPOSE, type="primary", on_click=_propose, args=(view, review, form))
    standing = proposals.standing_proposals(view.store, review, view.as_of)
    if standing:
        _offer_withdrawal(view, review, standing, targets, f"withdraw-{form}")


def _ask_what(form: str, targets: dict[str, Row], first_year: int) -> None:
    _choose_target(form, list(targets), targets)
    columns = st.columns(3)
    for column, (name, label) in zip(columns, _NUMBERS.items(), strict=True):
        column.text_input(label, key=f"{form}-{name}")
    left, right = st.columns(2)
    years = [_AS_IN_PLAN, *range(first_year, LAST_YEAR + 1)]
    left.selectbox(words.YEAR_LABEL, years, format_func=lambda y: str(y or words.AS_IN_PLAN), key=f"{form}-year")
    right.selectbox(words.STATE_LABEL, list(words.state_words()), key=f"{form}-state")


def _choose_target(form: str, codes: list[str], targets: dict[str, Row]) -> None:
    st.selectbox(
        words.TARGET_LABEL,
        codes,
        index=None,
        placeholder=words.TARGET_CHOOSE,
        format_func=lambda target: f"{target}. {targets[target]['name_vi']} ({targets[target]['unit']})",
        key=f"{form}-target",
    )


def _ask_why(form: str, reason: str, by: str) -> None:
    st.text_input(reason, key=f"{form}-reason")
    st.text_input(by, value=st.session_state.get(_BY, ""), key=f"{form}-by")


def _offer_withdrawal(view: View, review: Review, standing: dict[str, Row], targets: dict[str, Row], form: str) -> None:
    with st.expander(words.WITHDRAW_OPEN), st.form(form, border=False):
        _choose_target(form, list(standing), targets)
        _ask_why(form, words.WITHDRAW_REASON, words.WITHDRAW_BY)
        st.form_submit_button(words.WITHDRAW, on_click=_withdraw, args=(view, review, form))


def _propose(view: View, review: Review, form: str) -> None:
    target, reason, by = (_text(form, name) for name in ("target", "reason", "by"))
    if not target:
        st.session_state[PROPOSING] = said.refusal(words.CHOOSE_FIRST)
        return
    try:
        proposal = Proposal(
            target,
            **{name: _number(form, name, label) for name, label in _NUMBERS.items()},
            last_year=st.session_state[f"{form}-year"] or None,
            suspended=words.state_words()[st.session_state[f"{form}-state"]],
        )
        proposals.propose(view.store, review, proposal, reason=reason, by=by, at=now())
    except (IndicatorsError, _NumberUnreadable) as error:
        _refuse(error)
        return
    _recorded(words.PROPOSED_NOW.format(target=target), by)


def _withdraw(view: View, review: Review, form: str) -> None:
    target, reason, by = (_text(form, name) for name in ("target", "reason", "by"))
    if not target:
        st.session_state[PROPOSING] = said.refusal(words.CHOOSE_FIRST)
        return
    try:
        proposals.withdraw_proposal(view.store, review, target, reason=reason, by=by, at=now())
    except IndicatorsError as error:
        _refuse(error)
        return
    _recorded(words.WITHDRAWN_NOW.format(target=target), by)


def _recorded(text: str, by: str) -> None:
    session = st.session_state
    session[_BY], session[_ROUND] = by, session.get(_ROUND, 0) + 1
    session[PROPOSING] = said.success(text)


def _refuse(error: IndicatorsError | _NumberUnreadable) -> None:
    text = sentence(error) if isinstance(error, IndicatorsError) else str(error)
    st.session_state[PROPOSING] = said.refusal(text)


def _number(form: str, name: str, label: str) -> Decimal | None:
    """The number in a field, None of a blank. Raises _NumberUnreadable."""
    text = _text(form, name)
    if not text:
        return None
    written = parse_number(text)
    if isinstance(written, Unreadable):
        raise _NumberUnreadable(words.UNREADABLE.format(text=text, label=label))
    return written.value


def _text(form: str, name: str) -> str:
    return str(st.session_state.get(f"{form}-{name}") or "").strip()
