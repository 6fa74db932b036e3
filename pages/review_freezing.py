"""Freezing a review: what, as of when, whose and by whom; its progress is shown while it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import streamlit as st

from indicators import reviews
from indicators.drawing import intake as said
from indicators.drawing.html import Html, link
from indicators.drawing.review import review_address
from indicators.errors import IndicatorsError
from indicators.moments import day_end, parse_looked_back, to_local
from indicators.periods import Kind, Period, all_periods
from indicators.reports.model import Occasion
from indicators.reviews import EVERYTHING, Review, Scope, usual_occasion
from indicators.wording import review_page as words
from indicators.wording import screens
from indicators.wording.looking_back import field_vi
from indicators.wording.periods import period_vi
from indicators.wording.refusals import sentence
from indicators.wording.reviews import OCCASIONS, scope_vi
from pages import known
from pages.record import now
from pages.view import View

FREEZING = "review_freezing_outcome"
_ROUND, _BY = "review_freezing_round", "review_frozen_by"


class _AsOfUnreadable(ValueError):
    """The field's text is no day."""


def offer_freezing(view: View, *, is_first: bool) -> None:
    """The form, folded where there is a review already. What was said in it belongs to one commune."""
    form = f"freeze-{view.shown.commune}-{st.session_state.get(_ROUND, 0)}"
    with st.expander(words.FREEZE_TITLE, expanded=is_first):
        st.html(said.step(None, words.FREEZE_NOTE))
        period, occasion = _ask_period(view, form)
        with st.form(f"{form}-form", border=False):
            _ask_details(view, form, period, occasion)
            pressed = st.form_submit_button(words.FREEZE, type="primary")
        if pressed:
            _freeze(view, form, period, occasion)


def _ask_period(view: View, form: str) -> tuple[Period, Occasion]:
    """The period and what it is frozen for: the suggested name follows from both."""
    left, right = st.columns(2)
    periods = [period for period in all_periods() if period.kind is not Kind.MONTH and _is_begun(period, view)]
    period = left.selectbox(
        words.PERIOD_LABEL,
        periods,
        index=periods.index(view.shown.period) if view.shown.period in periods else len(periods) - 1,
        format_func=lambda one: screens.capitalised(period_vi(one)),
        key=f"{form}-period",
    )
    occasions = [Occasion(occasion) for occasion in OCCASIONS]
    occasion = right.selectbox(
        words.OCCASION_LABEL,
        occasions,
        index=occasions.index(usual_occasion(period)),
        format_func=lambda one: OCCASIONS[one],
        key=f"{form}-occasion-{period.code}",
    )
    return period, occasion


def _is_begun(period: Period, view: View) -> bool:
    return period.starts_on() <= view.shown.today and period.year >= view.shown.first_year


def _ask_details(view: View, form: str, period: Period, occasion: Occasion) -> None:
    st.text_input(
        words.NAME_LABEL, value=words.suggested_name(occasion, period), key=f"{form}-name-{period.code}-{occasion}"
    )
    left, right = st.columns(2)
    left.text_input(
        words.AS_OF_LABEL, value=_as_of_offered(view), placeholder=words.AS_OF_HINT, key=_as_of_key(view, form)
    )
    right.selectbox(
        words.SCOPE_LABEL,
        _scopes(view, period),
        format_func=lambda scope: screens.capitalised(scope_vi(scope.kind, scope.name_vi)),
        key=f"{form}-scope-{period.code}",
    )
    st.text_input(words.BY_LABEL, value=st.session_state.get(_BY, ""), key=f"{form}-by")
    st.checkbox(words.CONFIRM, key=f"{form}-confirmed")


def _as_of_key(view: View, form: str) -> str:
    """A field of its own for every moment looked back to: one that is kept would go on saying another moment."""
    return f"{form}-as-of-{_as_of_offered(view)}"


def _as_of_offered(view: View) -> str:
    """The moment that is looked back to; else nothing, which is the moment of freezing."""
    return field_vi(view.shown.as_of) if view.shown.as_of else ""


def _scopes(view: View, period: Period) -> list[Scope]:
    judged = known.overview(view.store, view.state, period.code, "floor", view.as_of)
    return [EVERYTHING, *(scope for scope in reviews.scopes_of(judged.targets) if scope != EVERYTHING)]


def _freeze(view: View, form: str, period: Period, occasion: Occasion) -> None:
    """Freezes what the form says; then the page is drawn anew, with the review in it."""
    session = st.session_state
    if not session.get(f"{form}-confirmed"):
        _refuse(words.INCOMPLETE)
        return
    name, by = str(session[f"{form}-name-{period.code}-{occasion}"]), str(session[f"{form}-by"])
    moment = now()
    try:
        as_of = _as_of_said(str(session[_as_of_key(view, form)]), moment)
        with st.status(words.FREEZING.format(name=name), expanded=True) as status:
            bar = st.progress(0.0)

            def tell(done: int, steps: int, what_vi: str) -> None:
                bar.progress(min(done / steps, 1.0), text=what_vi)

            try:
                review = reviews.freeze(
                    view.store, view.shown.commune, name=name, occasion=occasion, period=period,
                    key=reviews.key_file(view.record.settings, view.record.path), office=view.record.settings,
                    by=by, at=moment, as_of=as_of, scope=session[f"{form}-scope-{period.code}"], progress=tell,
                )  # fmt: skip
            except IndicatorsError:
                status.update(state="error")
                raise
    except (IndicatorsError, _AsOfUnreadable) as error:
        _refuse(sentence(error) if isinstance(error, IndicatorsError) else str(error))
        return
    session[_BY], session[_ROUND] = by.strip(), session.get(_ROUND, 0) + 1
    session[FREEZING] = _frozen(view, review)
    if not view.looks_back:  # else the moment that is looked back to does not know it yet
        st.query_params["review"] = review.name_vi
        st.query_params.pop("part", None)
    st.rerun()


def _refuse(text: str) -> None:
    st.html(said.refusal(text))


def _as_of_said(text: str, moment: datetime) -> datetime | None:
    """The moment in the field; None of a blank and of today, which has not ended. Raises _AsOfUnreadable."""
    if not text.strip():
        return None
    try:
        asked = parse_looked_back(text)
    except ValueError as error:
        raise _AsOfUnreadable(words.AS_OF_UNREADABLE.format(text=text.strip())) from error
    return None if asked == day_end(to_local(moment).date()) else asked


def _frozen(view: View, review: Review) -> Html:
    told = words.FROZEN_NOW.format(name=review.name_vi, fingerprint=review.row["fingerprint"])
    if not view.looks_back:
        return said.success(told)
    return said.success(told, link(review_address(replace(view.shown, as_of=None), review.name_vi), words.SEE_REVIEW))
