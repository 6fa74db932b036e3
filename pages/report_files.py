"""What Báo cáo gives away: the report, the reminder letter, the calendar of deadlines, its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from indicators.drawing.intake import refusal, step
from indicators.errors import IndicatorsError
from indicators.overdue import Row, build_calendar, calendar_deadlines, letter
from indicators.overdue.letter import Reminder, letter_document, letterhead_of_letter
from indicators.reports import Format, Letterhead, Report, letterhead_of, word, write
from indicators.reports.pdf import pdf_document
from indicators.wording import report_page as words
from indicators.wording.plan_page import date_said
from indicators.wording.refusals import sentence
from indicators.workbooks.overdue import overdue_tables
from pages.downloads import offer_tables
from pages.intake_steps import XLSX
from pages.view import View

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
CALENDAR = "text/calendar"
_MOST_KEPT = 20
_TYPES = {Format.DOCX: DOCX, Format.XLSX: XLSX, Format.PDF: PDF}


def offer_report(view: View, report: Report) -> None:
    """The fields of the letterhead, and the report as Word, Excel and PDF, made when it is asked for."""
    with st.container(border=True, key="kpi-report-files"):
        st.html(step(words.DOWNLOAD_TITLE, words.DOWNLOAD_NOTE))
        letterhead = _ask_letterhead(view)
        if letterhead is None:
            return
        whole, templates = replace(report, letterhead=letterhead), view.record.settings.templates
        check = partial(write, replace(whole, charts=()), Format.PDF, templates=templates)
        trouble = _trouble(templates / word.TEMPLATE, report.asked.occasion.value, check)
        with st.container(horizontal=True):
            for as_, label in words.DOWNLOADS.items():
                if trouble is None or Format(as_) is Format.XLSX:
                    asked = report.asked
                    name = words.report_file(asked.commune, asked.period.code, asked.occasion, asked.unit, as_)
                    make = partial(write, whole, Format(as_), templates=templates)
                    _offer(view, (label, name, _TYPES[Format(as_)]), make)


def _trouble(template: Path, what: str, check: Callable[[], bytes]) -> str | None:
    """What is wrong with the office's template, said in its place: a button whose file cannot be made has no words for
    it. Looked at once as long as the template stays as it is."""
    found = _tried(str(template), template.stat().st_mtime_ns if template.exists() else 0, what, check)
    if found:
        st.html(refusal(found))
    return found


@st.cache_data(max_entries=_MOST_KEPT, show_spinner=False)
def _tried(template: str, changed_at: int, what: str, _check: Callable[[], bytes]) -> str | None:
    """The sentence of what `_check` raises."""
    try:
        _check()
    except IndicatorsError as error:
        return sentence(error)
    return None


def _ask_letterhead(view: View) -> Letterhead | None:
    """The letterhead as it is filled in, prefilled from the settings; None, and a sentence, where the date is none."""
    known = letterhead_of(view.record.settings, view.shown.commune_name, view.shown.unit)
    form = f"letterhead-{view.shown.commune}-{view.shown.unit or ''}"
    with st.expander(words.LETTERHEAD_TITLE):
        left, middle, right = st.columns(3)
        number = left.text_input(words.NUMBER, value=known.number, key=f"{form}-number")
        place = middle.text_input(words.PLACE, value=known.place_vi, key=f"{form}-place")
        dated = right.text_input(words.DATED, placeholder=words.DATE_HINT, key=f"{form}-dated")
        signer = left.text_area(words.SIGNER, value="\n".join(known.signer_vi), key=f"{form}-signer")
        recipients = middle.text_area(words.RECIPIENTS, value="\n".join(known.recipients_vi), key=f"{form}-recipients")
        name = right.text_input(words.SIGNER_NAME, value=known.signer_name, key=f"{form}-name")
    try:
        day = date_said(dated)
    except ValueError:
        st.html(refusal(words.DATE_UNREADABLE.format(text=dated)))
        return None
    return replace(
        known, number=number.strip(), place_vi=place.strip(), dated=day, signer_vi=_lines(signer),
        signer_name=name.strip(), recipients_vi=_lines(recipients),
    )  # fmt: skip


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def offer_letter_and_calendar(view: View, owed: Sequence[Row]) -> None:
    """The letter to those shown who owe something, where anybody does, and the calendar of what is to come."""
    shown, settings = view.shown, view.record.settings
    letterhead = letterhead_of_letter(settings, shown.commune_name)
    reminder = Reminder(letterhead, owed, shown.today, view.as_of, view.record.is_demonstration)
    make = partial(letter_document, reminder, settings.templates)
    trouble = _trouble(settings.templates / letter.TEMPLATE, "", lambda: pdf_document(make())) if owed else None
    with st.container(horizontal=True, key="kpi-overdue-files"):
        if owed and trouble is None:
            file = partial(words.LETTER_FILE.format, commune=shown.commune, day=shown.today)
            _offer(view, (words.LETTER_WORD, file(suffix="docx"), DOCX), make)
            _offer(view, (words.LETTER_PDF, file(suffix="pdf"), PDF), lambda: pdf_document(make()))
        name = words.CALENDAR_FILE.format(commune=shown.commune)
        _offer(view, (words.CALENDAR, name, CALENDAR), partial(_calendar, view))


def _calendar(view: View) -> bytes:
    shown = view.shown
    rows = calendar_deadlines(view.store, shown.commune, shown.today, view.as_of)
    of_unit = [row for row in rows if shown.unit in (None, row["lead_unit"])]
    return build_calendar(of_unit, shown.commune, shown.commune_name, view.as_of)


def offer_overdue_tables(view: View, owed: Sequence[Row], coming: Sequence[Row]) -> None:
    """What is shown of the deadlines, as Excel."""
    offer_tables(view, words.PAGE_FILE, lambda: overdue_tables(owed, coming, view.shown.today), of_period="")


def _offer(view: View, said: tuple[str, str, str], make: Callable[[], bytes]) -> None:
    """A button for a file that is made when it is asked for. `said`: what it says, the file's name and type."""
    label, name, kind = said
    st.download_button(label, data=make, file_name=view.file_name(name), mime=kind, on_click="ignore")
