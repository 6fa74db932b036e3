"""Status marks: the same symbol, word and tone wherever a status is shown."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.drawing.html import Html, tag
from indicators.wording import screens as words
from indicators.wording.statuses import STATUSES


def pill(status: str) -> Html:
    """Symbol and word."""
    status_words = STATUSES[status]
    return tag(
        "span",
        tag("span", status_words.symbol, class_="kpi-symbol", aria_hidden="true"),
        status_words.word,
        class_=f"kpi-pill kpi-{status_words.tone}",
    )


def symbol(status: str, said: str) -> Html:
    """The symbol alone, for a narrow place; `said` is read aloud and shown on pointing at it."""
    status_words = STATUSES[status]
    return tag(
        "span", status_words.symbol, class_=f"kpi-mark kpi-{status_words.tone}", role="img", aria_label=said, title=said
    )


def proportion_bar(counted: Mapping[str, int]) -> Html:
    """One bar, divided as the statuses are; the counts beside it say the same in words."""
    parts = [
        tag("span", class_=f"kpi-part kpi-{STATUSES[status].tone}", style=f"flex-grow:{count}")
        for status, count in counted.items()
    ]
    return tag("div", *parts, class_="kpi-bar", aria_hidden="true")


def count_list(counted: Mapping[str, int]) -> Html:
    """The number of each status that occurs, the worst first."""
    return tag(
        "ul",
        [
            tag("li", tag("strong", str(count)), pill(status), class_=f"kpi-count kpi-{STATUSES[status].tone}")
            for status, count in counted.items()
        ],
        class_="kpi-counts",
        aria_label=words.COUNTS_TITLE,
    )


def legend() -> Html:
    """Every status with its symbol."""
    items = [tag("li", pill(status)) for status in STATUSES]
    return tag("details", tag("summary", words.LEGEND), tag("ul", *items, class_="kpi-legend"), class_="kpi-fold")
