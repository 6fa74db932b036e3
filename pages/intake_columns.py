"""Pointing at columns: where a header leaves two readings, the user says once what its columns hold."""

from __future__ import annotations

import streamlit as st

from indicators.drawing import intake as drawing
from indicators.drawing.html import tag
from indicators.drawing.intake_columns import column_title, is_refused, samples, table_title, tables_to_point
from indicators.intake import Meaning, Pointing, TableFound
from indicators.wording import intake_page as words
from pages.intake_file import Sheet
from pages.intake_reading import point

_ACROSS = 3


def ask_columns(sheet: Sheet) -> None:
    """A form for each layout that leaves something open or whose columns make errors; folded for each that was pointed
    at before or is in doubt."""
    for table in tables_to_point(sheet.reading, sheet.pointings):
        if table.is_open:
            with st.container(border=True):
                st.html(drawing.step(words.POINT_TITLE, words.POINT_NOTE))
                _form(sheet, table)
        else:
            if table.layout in sheet.pointings:
                st.html(tag("p", words.POINT_KNOWN, class_="kpi-notice"))
            with st.expander(words.POINT_AGAIN, expanded=is_refused(sheet.reading, table)):
                st.html(drawing.step(None, words.POINT_DOUBTED))
                _form(sheet, table)


def _form(sheet: Sheet, table: TableFound) -> None:
    form = f"columns-{sheet.digest}-{table.layout}"
    with st.form(form, border=False):
        st.html(tag("div", tag("h4", table_title(table)), class_="kpi-pointing"))
        for first in range(0, len(table.columns), _ACROSS):
            places = st.columns(_ACROSS)
            for place, column in zip(places, table.columns[first : first + _ACROSS], strict=False):
                with place:
                    st.selectbox(
                        column_title(column),
                        list(Meaning),
                        index=list(Meaning).index(column.meaning) if column.meaning else None,
                        placeholder=words.POINT_CHOOSE,
                        format_func=lambda meaning: words.MEANINGS[meaning],
                        key=f"{form}-{column.number}",
                    )
                    st.html(tag("p", samples(sheet.reading, table, column) or " ", class_="kpi-samples"))
        st.form_submit_button(words.POINT_APPLY, on_click=_apply, args=(sheet, table, form))


def _apply(sheet: Sheet, table: TableFound, form: str) -> None:
    """Keeps what was said of the columns; the run that follows reads the file with it."""
    before = sheet.pointings.get(table.layout, {})
    said: dict[str, Pointing] = {**sheet.pointed, table.layout: {**before, **_said(table, form)}}
    point(sheet.content, said)


def _said(table: TableFound, form: str) -> Pointing:
    """Only what differs from what the header says by itself: a column that tells its own period keeps it."""
    chosen = {column.number: st.session_state.get(f"{form}-{column.number}") for column in table.columns}
    meanings = {column.number: column.meaning for column in table.columns}
    return {number: meaning for number, meaning in chosen.items() if meaning and meaning != meanings[number]}
