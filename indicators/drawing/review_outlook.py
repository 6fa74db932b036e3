"""What a review says of what is to come: met, on the way to be met, going to be missed and what it takes, not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.drawing.figures import Row
from indicators.drawing.html import Html, tag
from indicators.drawing.plan import pill
from indicators.drawing.review_cells import standing, target_name
from indicators.drawing.review_proposals import proposed_words
from indicators.drawing.shown import Shown
from indicators.reports.model import Expected
from indicators.wording import review_page as words
from indicators.wording.screens import capitalised


def outlook(expected: Sequence[Expected], proposals: Mapping[str, Row], shown: Shown) -> Html:
    """`expected`: a line a target, as the report says it; `proposals`: target → what is proposed of it."""
    order = ("will_miss", "unknown", "will_meet", "met")
    blocks = [_block(verdict, expected, proposals, shown) for verdict in order]
    return tag(
        "section",
        tag("h2", words.OUTLOOK_TITLE),
        tag("p", words.OUTLOOK_NOTE, class_="kpi-note"),
        _counts(expected),
        blocks,
        class_="kpi-section",
    )


def _counts(expected: Sequence[Expected]) -> Html:
    items = []
    for verdict, (title, _, _, tone) in words.VERDICTS.items():
        count = sum(line.verdict == verdict for line in expected)
        items.append(tag("li", tag("strong", str(count)), f" {title.lower()}", class_=f"kpi-{tone}"))
    return tag("ul", items, class_="kpi-change-counts kpi-plan-counts")


def _block(verdict: str, expected: Sequence[Expected], proposals: Mapping[str, Row], shown: Shown) -> Html | None:
    lines = [line for line in expected if line.verdict == verdict]
    if not lines:
        return None
    title, word, symbol, tone = words.VERDICTS[verdict]
    count = words.COUNT_OF.format(count=len(lines), total=len(expected))
    heading = tag("h3", pill(word, symbol, tone), " ", title, tag("small", f" {count}"))
    items = [_item(line, proposals.get(line.row["target"]), shown) for line in lines]
    return tag("div", heading, tag("ul", items, class_="kpi-review-outlook"), class_="kpi-review-verdict")


def _item(line: Expected, proposal: Row | None, shown: Shown) -> Html:
    said = [line.forecast_vi, line.reason_vi]
    said += [words.NEEDED.format(needed=line.needed_vi)] if line.needed_vi else []
    said += [words.PROPOSED.format(proposed=", ".join(proposed_words(line.row, proposal)))] if proposal else []
    return tag(
        "li",
        tag("p", target_name(line.row, shown)),
        tag("div", standing(line.row, shown), class_="kpi-review-standing"),
        [tag("p", capitalised(text)) for text in said if text],
    )
