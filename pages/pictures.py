"""What a page gives away as pictures: each of its charts as PNG and SVG, painted once it is asked for.

What paints is loaded only then: it takes more than half a second, which no page waits for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from indicators.drawing.shown import Shown
from indicators.progress import Overview
from indicators.reports.model import Chart
from indicators.wording import pictures as words
from indicators.wording.documents import DEMONSTRATION
from pages.view import View

if TYPE_CHECKING:
    from indicators.pictures import Picture


def offer_chart(view: View, chart: Chart, notes_vi: Sequence[str]) -> None:
    """Two buttons for a target's chart, which says of itself what `notes_vi` add."""
    _offer(view, words.CHART_FILE.format(target=chart.target), lambda notes: _chart(chart, [*notes, *notes_vi]))


def offer_overview(view: View) -> None:
    """One fold, in which the buttons for the heat map and for the statuses by group are made when it is opened: a fold
    makes the page longer, where a box that floats at its foot would be cut off by the window."""
    with st.expander(words.CHOOSE, on_change="rerun", key="kpi-pictures") as opened:
        if opened.open:
            shown, found = view.shown, view.judged
            st.text(words.HEAT_MAP)
            _offer(view, words.HEAT_FILE, lambda notes: _heat_map(shown, found, notes))
            st.text(words.GROUPS)
            _offer(view, words.GROUPS_FILE, lambda notes: _groups(shown, found, notes))


def _chart(chart: Chart, notes: Sequence[str]) -> Picture:
    from indicators.pictures import draw  # noqa: PLC0415

    return draw(chart, notes_vi=notes)


def _heat_map(shown: Shown, found: Overview, notes: Sequence[str]) -> Picture:
    from indicators.pictures.overview import draw_heat_map_of  # noqa: PLC0415

    return draw_heat_map_of(shown, found, notes)


def _groups(shown: Shown, found: Overview, notes: Sequence[str]) -> Picture:
    from indicators.pictures.overview import draw_groups_of  # noqa: PLC0415

    return draw_groups_of(shown, found, notes)


def _offer(view: View, name: str, picture: Callable[[Sequence[str]], Picture]) -> None:
    """A picture as PNG and as SVG. `picture`: makes it, given what stands below its title; it runs outside of the
    page's run and may not ask Streamlit for anything."""
    mark = [DEMONSTRATION] if view.record.is_demonstration else []
    notes = [*mark, words.origin_vi(view.shown.commune_name, view.shown.period_text, view.as_of)]
    kinds: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        (words.DOWNLOAD_PNG, "png", "image/png", lambda: picture(notes).png),
        (words.DOWNLOAD_SVG, "svg", "image/svg+xml", lambda: picture(notes).svg),
    )
    with st.container(horizontal=True, key=f"kpi-pictures-{name}"):
        for label, suffix, mime, data in kinds:
            file = words.FILE.format(picture=name, commune=view.shown.commune, period=view.shown.period, suffix=suffix)
            st.download_button(
                label, data=data, file_name=view.file_name(file), mime=mime, on_click="ignore", key=f"{name}-{suffix}"
            )
