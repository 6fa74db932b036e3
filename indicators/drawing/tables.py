"""Parts of plain tables."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.drawing.html import Html, tag


def head(headings: Iterable[str]) -> Html:
    """The row of a table's headings."""
    return tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))
