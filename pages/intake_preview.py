"""What was read, shown before anything is recorded: troubles, readings, remarks, the sheet itself; the file to send
back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from indicators import ledger
from indicators.catalogue import CommuneCatalogue
from indicators.drawing.intake_confirmation import moved_milestones
from indicators.drawing.intake_preview import preview_head, read_cells, remark_list, troubles
from indicators.drawing.intake_readings import Filter, chosen, issues_by_cell, reading_table
from indicators.drawing.sheet import drawn_sheets
from indicators.intake import Issue, SheetReading
from indicators.ledger import ComparedReading
from indicators.wording import intake_page as words
from pages.intake_file import Sheet, annotated_once
from pages.view import View

_MOVED = "intake_moved"


def show_preview(view: View, sheet: Sheet) -> None:
    reading, rows = sheet.reading, sheet.preview.rows if sheet.preview else ()
    with st.container(border=True, key="kpi-preview"):
        st.html(preview_head(sheet.name, reading, sheet.entry) + troubles(sheet.issues))
        offer_annotated(sheet.name, sheet.content, reading, sheet.troubles)
        if sheet.entry is not None and rows:
            _show_readings(sheet, rows, sheet.entry)
            _show_moved(view, sheet, sheet.entry)
        remarks = remark_list(reading.remarks, sheet.entry)
        if remarks:
            st.html(remarks)
        drawn = drawn_sheets(reading, read_cells(reading, rows), sheet.issues)
        if drawn:
            st.html(drawn)


def _show_readings(sheet: Sheet, rows: tuple[ComparedReading, ...], entry: CommuneCatalogue) -> None:
    """The readings that the filter lets through; it stays as it is set while this file is looked at."""
    issues = issues_by_cell(sheet.issues)
    counts = Counter({which: len(chosen(rows, issues, which)) for which in Filter})
    which = st.segmented_control(
        words.FILTER_LABEL,
        list(Filter),
        default=Filter.ALL,
        format_func=lambda which: f"{words.FILTERS[which]} ({counts[which]})",
        key=f"filter-{sheet.digest}",
        label_visibility="collapsed",
    )
    st.html(reading_table(chosen(rows, issues, which or Filter.ALL), issues, entry))


def _show_moved(view: View, sheet: Sheet, entry: CommuneCatalogue) -> None:
    """The milestones that a new or changed baseline moves; asked once for a reading and a state of the record."""
    kept = st.session_state.get(_MOVED)
    if kept is None or kept[0] != sheet.key:
        moved = ledger.baseline_effect(view.store, entry.commune.commune, sheet.reading, view.as_of)
        kept = st.session_state[_MOVED] = (sheet.key, moved_milestones(moved))
    if kept[1]:
        st.html(kept[1])


def offer_annotated(name: str, content: bytes, reading: SheetReading, issues: Sequence[Issue]) -> None:
    """The same file with what is wrong written into its cells; nothing where nothing is wrong, or nothing was read."""
    if not issues or reading.workbook is None:
        return
    made = annotated_once(content, reading, issues)
    st.download_button(
        words.ANNOTATED_COPY if made.is_copy else words.ANNOTATED,
        data=made.content,
        file_name=words.ANNOTATED_FILE.format(name=PurePath(name).stem, suffix=made.suffix),
        on_click="ignore",
        icon=":material/comment:",
    )
