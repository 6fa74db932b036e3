"""What is proposed on a review, beside what it holds and what was to be expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.drawing.figures import Row, goal_line, unit_after_number
from indicators.drawing.html import Child, Html, join, tag
from indicators.drawing.review_cells import name_cell, review_table, standing, standing_cell
from indicators.drawing.shown import Shown
from indicators.reports.model import Expected
from indicators.wording import proposals as words
from indicators.wording.refusals import moment_vi
from indicators.wording.review_page import FROZEN_BY
from indicators.wording.screens import capitalised


def proposals_section(
    proposals: Mapping[str, Row], acts: Sequence[Row], expected: Mapping[str, Expected], shown: Shown
) -> Html:
    """`proposals`: target → what stands; `acts`: every act, in order; `expected`: target → its line of the report."""
    return tag(
        "section",
        tag("h2", words.TITLE),
        tag("p", words.NOTE, class_="kpi-note"),
        _table(proposals, expected, shown) if proposals else tag("p", words.NONE, class_="kpi-note"),
        _history(acts, expected) if acts else None,
        class_="kpi-section",
    )


def proposed_words(row: Row, proposal: Row) -> list[str]:
    """What is proposed, each change in words; values with the target's unit."""
    return words.proposed_vi(proposal, unit_after_number(row["unit"]))


def _table(proposals: Mapping[str, Row], expected: Mapping[str, Expected], shown: Shown) -> Html:
    headings = (
        words.COLUMN_TARGET, words.COLUMN_HELD, words.COLUMN_FORECAST, words.COLUMN_PROPOSED, words.COLUMN_REASON,
        words.COLUMN_WHO,
    )  # fmt: skip
    rows = [_line(expected[target], proposal, shown) for target, proposal in proposals.items()]
    return review_table(headings, rows)


def _line(line: Expected, proposal: Row, shown: Shown) -> Html:
    row = line.row
    proposed = [tag("strong", capitalised(text)) for text in proposed_words(row, proposal)]
    cells: dict[str, Child] = {
        words.COLUMN_HELD: join(standing(row, shown), tag("small", goal_line(row))),
        words.COLUMN_FORECAST: join(capitalised(line.forecast_vi or line.reason_vi)),
        words.COLUMN_PROPOSED: join(proposed),
        words.COLUMN_REASON: proposal["reason"],
        words.COLUMN_WHO: FROZEN_BY.format(at=moment_vi(proposal["acted_at"]), by=proposal["acted_by"]),
    }
    return tag(
        "tr",
        name_cell(row, shown),
        [standing_cell(label, said) for label, said in cells.items()],
    )


def _history(acts: Sequence[Row], expected: Mapping[str, Expected]) -> Html:
    """Every act, the newest first."""
    items = [tag("li", _act(act, expected)) for act in reversed(acts)]
    return tag(
        "details",
        tag("summary", words.HISTORY.format(count=len(acts))),
        tag("ul", items, class_="kpi-review-acts"),
        class_="kpi-fold",
    )


def _act(act: Row, expected: Mapping[str, Expected]) -> Html:
    row = expected[act["target"]].row
    said = words.ACT_WITHDRAWN if act["withdrawn"] else ", ".join(proposed_words(row, act))
    state = "" if act["withdrawn"] else f" ({words.ACT_STANDS if act['is_newest'] else words.ACT_REPLACED})"
    who = FROZEN_BY.format(at=moment_vi(act["acted_at"]), by=act["acted_by"])
    return join(tag("b", act["target"]), f" {row['name_vi']}: {said}{state}. {act['reason']}", tag("small", f" {who}"))
