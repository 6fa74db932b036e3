"""What is wrong with a file, each with its place: of the sheets of figures and of the plan's workbook."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.html import Html, tag
from indicators.intake import Issue
from indicators.wording import intake_page as words


def issue_list(title: str, issues: Sequence[Issue], tone: str, note: str | None) -> Html | None:
    """A heading with their count, a line an issue, and what to do; None where there are none."""
    if not issues:
        return None
    items = [tag("li", tag("b", place_vi(issue.sheet, issue.cell)), " ", issue.message) for issue in issues]
    return tag(
        "div",
        tag("h3", title.format(count=len(issues))),
        tag("ul", items),
        tag("p", note) if note else None,
        class_=f"kpi-issues {tone}",
        role="alert" if tone == "kpi-bad" else None,
    )


def place_vi(sheet: str | None, cell: str | None) -> str:
    """'Quy 3!F8', 'Quy 3', or that the whole file is meant."""
    return "!".join(part for part in (sheet, cell) if part) or words.WHOLE_FILE
