"""'Phê duyệt đường găng': the milestones of chosen years, fixed in a new version by a document."""

from __future__ import annotations

import streamlit as st

from indicators import plans
from indicators.drawing import intake as said
from indicators.drawing.html import Html
from indicators.drawing.plan_path import path_approved, path_years
from indicators.errors import DetailMissing, IndicatorsError, PlanRefused, PlanUnchanged
from indicators.intake import Severity
from indicators.wording import plan_page as words
from pages import known
from pages.plan_document import DateUnreadable, ask_decision, date_of, decision_said, refusal_of, remember
from pages.record import now
from pages.view import View

APPROVAL = "plan_approval_outcome"
_ROUND = "plan_approval_round"


def offer_approval(view: View) -> None:
    """How much of the path is fixed, and a form that names the years, the document and who records it, none where the
    view looks back. What was said in it belongs to one commune and is forgotten once it was recorded."""
    by_year = known.path_by_year(view.store, view.state, view.as_of)
    form = f"approval-{view.shown.commune}-{st.session_state.get(_ROUND, 0)}"
    with st.container(border=True):
        st.html(path_years(by_year))
        if view.looks_back:
            return
        with st.expander(words.APPROVAL_OPEN), st.form(form, border=False):
            years = [year.year for year in by_year]
            st.pills(words.APPROVAL_YEARS, years, selection_mode="multi", key=f"{form}-years")
            st.text_input(words.APPROVAL_FROM, placeholder=words.DATE_PLACEHOLDER, key=f"{form}-from")
            ask_decision(form)
            st.checkbox(words.APPROVAL_CONFIRM, key=f"{form}-confirmed")
            st.form_submit_button(words.APPROVE, on_click=_approve, args=(view, form))


def _approve(view: View, form: str) -> None:
    session = st.session_state
    years = sorted(session.get(f"{form}-years") or [])
    if not years or not session.get(f"{form}-confirmed"):
        session[APPROVAL] = said.refusal(words.APPROVAL_INCOMPLETE)
        return
    try:
        decision, valid_from = decision_said(form), date_of(f"{form}-from", words.APPROVAL_FROM)
        if valid_from is None:
            raise DetailMissing("valid_from")
        version = plans.approve_path(
            view.store,
            view.commune.commune,
            years,
            document_number=decision.document_number,
            document_date=decision.document_date,
            valid_from=valid_from,
            by=decision.by,
            at=now(),
        )
    except (IndicatorsError, DateUnreadable) as error:
        session[APPROVAL] = _refusal_of(error)
        return
    remember(decision)
    session[_ROUND] = session.get(_ROUND, 0) + 1
    session[APPROVAL] = path_approved(version, years, valid_from, view.shown)


def _refusal_of(error: IndicatorsError | DateUnreadable) -> Html:
    """Here no sheet has cells to mend: what is wrong is said by itself."""
    if isinstance(error, PlanUnchanged):
        return said.refusal(words.APPROVAL_NOTHING)
    if isinstance(error, PlanRefused):
        return said.refusal(" ".join(issue.message for issue in error.issues if issue.severity is Severity.ERROR))
    return refusal_of(error)
