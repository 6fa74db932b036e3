"""Parts of plain tables."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.drawing.html import Child, Html, tag


def head(headings: Iterable[str]) -> Html:
    """The row of a table's headings."""
    return tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))


def labelled(headings: Iterable[str], cells: Iterable[Child]) -> list[Html]:
    """The cells of a row, each knowing its heading: on a phone a table of class 'kpi-stacked' has its cells one below
    the other."""
    return [tag("td", cell, data_label=heading) for heading, cell in zip(headings, cells, strict=True)]
