"""What a page gives away as a file: its tables as Excel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from indicators.wording import workbooks as words
from indicators.workbooks import About, Table, tables_workbook
from pages.intake_steps import XLSX
from pages.view import View


def offer_tables(
    view: View, page_name: str, tables: Callable[[], Sequence[Table]], *, of_period: str | None = None
) -> None:
    """One button for the tables of a page, a sheet each, known as of the page's moment. `page_name`: of the file,
    without diacritics; `tables`: called once the file is asked for, not before; `of_period`: what the tables are of,
    in words, the period shown where it is None."""
    shown = view.shown
    period = shown.period_text if of_period is None else of_period
    about = About(shown.commune_name, period, view.as_of, view.record.is_demonstration)
    st.download_button(
        words.DOWNLOAD,
        data=lambda: tables_workbook(tables(), about),
        file_name=view.file_name(
            words.DOWNLOAD_FILE.format(page=page_name, commune=shown.commune, period=shown.period)
        ),
        mime=XLSX,
        on_click="ignore",
        key="kpi-tables",
    )
