"""The versions of a commune's plan on Kế hoạch, and the workbooks that they were recorded from."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators import plans
from indicators.drawing import plan as drawing
from indicators.drawing.choices import commune_chooser
from indicators.drawing.frame import page_title
from indicators.drawing.html import join
from indicators.store import Row
from indicators.wording import plan_page as words
from indicators.wording import screens
from pages.intake_steps import XLSX
from pages.view import View

_FIELD_PIXELS = 420


def show_versions(view: View, versions: Sequence[Row]) -> None:
    name = screens.capitalised(view.shown.commune_name)
    title = page_title(name, screens.PAGES[screens.PLAN], commune_chooser(screens.PLAN, view.shown))
    st.html(join(title, drawing.plan_versions(versions, view.shown)))


def offer_files(view: View, versions: Sequence[Row]) -> None:
    """The workbooks that versions were recorded from, to look at again; nothing where there is none."""
    names = {row["plan"]: row["file_name"] for row in versions if row["file_name"]}
    if not names:
        return
    with st.container(key="kpi-plan-files", horizontal=True, vertical_alignment="bottom"):
        version = st.selectbox(
            words.FILE_LABEL,
            list(names),
            format_func=lambda plan: words.FILE_OF.format(plan=plan, name=names[plan]),
            key=f"plan-file-{view.shown.commune}-{len(names)}",
            width=_FIELD_PIXELS,
        )
        st.download_button(
            words.FILE_DOWNLOAD,
            data=lambda: plans.plan_file(view.store, view.shown.commune, version)["content"],
            file_name=names[version],
            mime=XLSX,
            on_click="ignore",
        )
