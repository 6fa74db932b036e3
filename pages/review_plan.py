"""A new plan version from the proposals on a review: every change is shown before anything is recorded, as on Kế hoạch.

What is recorded is exactly what was shown: the button of a drawn form carries its preview.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

import streamlit as st

from indicators import plans
from indicators.drawing import intake as said
from indicators.drawing.plan_changes import plan_preview, plan_recorded
from indicators.errors import IndicatorsError
from indicators.plans import Document, PlanPreview
from indicators.plans.proposed import build_proposed_workbook
from indicators.proposals import standing_proposals
from indicators.reviews import Review
from indicators.store import Row, Store
from indicators.wording import plan_page, screens
from indicators.wording import proposals as words
from pages import known
from pages.intake_steps import XLSX
from pages.plan_document import DateUnreadable, ask_decision, date_of, decision_said, refusal_of, remember
from pages.record import now
from pages.view import View

PLANNING = "review_planning_outcome"
_PREVIEW = "review_plan_preview"
_FIELD_PIXELS = 420


def offer_plan(view: View, review: Review) -> None:
    """The changes on the newest version, then the deciding document and the button; nothing without a proposal."""
    proposals = standing_proposals(view.store, review, view.as_of)
    _show_versions(view, review)
    if not proposals or view.looks_back:
        return
    with st.container(border=True, key="kpi-review-plan"):
        st.html(said.step(words.PLAN_OPEN, words.PLAN_NOTE.format(count=len(proposals))))
        gone = [target for target in proposals if target not in view.commune.target_by_id]
        if gone:
            st.html(said.refusal(words.PLAN_NOT_IN.format(targets=", ".join(gone))))
        content = _workbook(view.store, view.state, review.row["review"], _acts(proposals), proposals, view)
        form = f"review-plan-{sha256(content).hexdigest()}"
        _offer_workbook(review, content)
        valid_from = _ask_day(form)
        if valid_from is not None:
            preview = _preview(view, review, content, valid_from)
            st.html(plan_preview(preview))
            _ask_confirmation(view, preview, form)


def _show_versions(view: View, review: Review) -> None:
    """The versions that were made of this review: their file's name says so."""
    name = words.file_of_plan(review.name_vi)
    made = [
        words.VERSION_OF.format(plan=row["plan"], valid_from=screens.date_vi(row["valid_from"]))
        for row in plans.plan_versions(view.store, view.shown.commune, view.as_of)
        if row["file_name"] == name
    ]
    if made:
        st.html(said.success(words.PLAN_FROM_HERE.format(versions="; ".join(made))))


def _acts(proposals: Mapping[str, Row]) -> tuple[int, ...]:
    return tuple(row["act"] for row in proposals.values())


@st.cache_data(max_entries=20, show_spinner=False, hash_funcs={known.State: repr})
def _workbook(
    _store: Store, state: known.State, review: str, acts: tuple[int, ...], _proposals: Mapping[str, Row], _view: View
) -> bytes:
    """Made once for the same proposals beside the same ledger: made again it would be other bytes."""
    return build_proposed_workbook(_store, _view.commune.commune, _proposals.values(), _view.as_of)


def _offer_workbook(review: Review, content: bytes) -> None:
    st.download_button(
        words.PLAN_DOWNLOAD,
        data=content,
        file_name=words.file_of_plan(review.name_vi),
        mime=XLSX,
        on_click="ignore",
        help=words.PLAN_BY_HAND,
    )


def _ask_day(form: str) -> date | None:
    """From when the new version is to hold; None while that is not said."""
    st.text_input(
        plan_page.VALID_FROM_LABEL, placeholder=plan_page.DATE_PLACEHOLDER, key=f"{form}-from", width=_FIELD_PIXELS
    )
    try:
        day = date_of(f"{form}-from", plan_page.VALID_FROM_LABEL)
    except DateUnreadable as error:
        st.html(said.refusal(str(error)))
        return None
    if day is None:
        st.html(said.step(None, words.PLAN_DAY_FIRST))
    return day


def _preview(view: View, review: Review, content: bytes, valid_from: date) -> PlanPreview:
    """Compared once beside the same ledger, not at every run of the page."""
    key = (sha256(content).hexdigest(), view.state, valid_from)
    kept = st.session_state.get(_PREVIEW)
    if kept is None or kept[0] != key:
        name = words.file_of_plan(review.name_vi)
        preview = plans.preview_plan(
            view.store, view.commune.commune, content, name, at=view.as_of, valid_from=valid_from
        )
        kept = st.session_state[_PREVIEW] = (key, preview)
    found: PlanPreview = kept[1]
    return found


def _ask_confirmation(view: View, preview: PlanPreview, form: str) -> None:
    valid_from = preview.document.valid_from
    if preview.errors or not preview.changes or valid_from is None:
        return
    with st.form(form, border=False):
        note = plan_page.CONFIRM_NOTE.format(count=len(preview.changes), valid_from=screens.date_vi(valid_from))
        st.html(said.step(None, note))
        ask_decision(form)
        st.form_submit_button(plan_page.RECORD, type="primary", on_click=_record, args=(view, preview, form))


def _record(view: View, preview: PlanPreview, form: str) -> None:
    """Records the version that was shown. A day typed at the same moment has not been shown yet."""
    session = st.session_state
    try:
        if date_of(f"{form}-from", plan_page.VALID_FROM_LABEL) != preview.document.valid_from:
            session[PLANNING] = said.refusal(plan_page.VALID_FROM_MOVED)
            return
        decision = decision_said(form)
        decided = Document(decision.document_number, decision.document_date, preview.document.valid_from)
        version = plans.record_plan(view.store, replace(preview, document=decided), by=decision.by, at=now())
    except (IndicatorsError, DateUnreadable) as error:
        session[PLANNING] = refusal_of(error)
        return
    remember(decision)
    session.pop(_PREVIEW, None)
    session[PLANNING] = plan_recorded(version, preview, view.shown)
