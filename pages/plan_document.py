"""What a new version needs to be told: the deciding document and who records it, as fields of a form.

Dates are texts as officials write them: Streamlit's own calendar speaks English.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators.drawing.html import Html, join
from indicators.drawing.intake import refusal
from indicators.drawing.plan_changes import plan_errors
from indicators.errors import IndicatorsError, PlanRefused
from indicators.plans import Document
from indicators.wording import plan_page as words
from indicators.wording.refusals import sentence
from indicators.wording.screens import date_vi

_BY = "plan_recorded_by"


class DateUnreadable(ValueError):
    """A field whose text is no day; its sentence."""


@dataclass(frozen=True)
class Decision:
    """The fields of a form as they were filled in."""

    document_number: str
    document_date: date | None
    by: str


def ask_decision(form: str, document: Document | None = None) -> None:
    """The fields, with what is known of the document filled in. Their keys begin with `form`."""
    left, right = st.columns(2)
    left.text_input(words.NUMBER_LABEL, value=document.number if document else "", key=f"{form}-number")
    day = date_vi(document.dated) if document and document.dated else ""
    right.text_input(words.DATE_LABEL, value=day, placeholder=words.DATE_PLACEHOLDER, key=f"{form}-date")
    st.text_input(words.BY_LABEL, value=st.session_state.get(_BY, ""), key=f"{form}-by")


def decision_said(form: str) -> Decision:
    """What was filled in. Raises DateUnreadable."""
    return Decision(_said(f"{form}-number"), date_of(f"{form}-date", words.DATE_LABEL), _said(f"{form}-by"))


def date_of(key: str, label: str) -> date | None:
    """The day in a field, None where it is blank. Raises DateUnreadable with a sentence that names the field."""
    try:
        return words.date_said(_said(key))
    except ValueError as error:
        raise DateUnreadable(words.DATE_UNREADABLE.format(text=_said(key), label=label)) from error


def refusal_of(error: IndicatorsError | DateUnreadable) -> Html:
    """Why nothing was recorded: the sentence, and what is wrong with the plan where that is why."""
    if isinstance(error, PlanRefused):
        return join(refusal(sentence(error)), plan_errors(error.issues))
    return refusal(sentence(error) if isinstance(error, IndicatorsError) else str(error))


def remember(decision: Decision) -> None:
    """Whoever recorded one version is offered as who records the next in this session."""
    st.session_state[_BY] = decision.by


def _said(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()
