"""What is wrong with a file, each with its place: of the sheets of figures and of the plan's workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from indicators.drawing.html import Child, Html, tag
from indicators.intake import Issue, Severity
from indicators.wording import intake_page as words


@dataclass(frozen=True)
class Numbered:
    """An issue with the number by which its mark in the drawn sheet and its line in the list find each other."""

    number: int
    issue: Issue


def numbered_issues(issues: Iterable[Issue]) -> list[Numbered]:
    """Errors first, numbered from 1."""
    ordered = sorted(issues, key=lambda issue: issue.severity is not Severity.ERROR)
    return [Numbered(number, issue) for number, issue in enumerate(ordered, start=1)]


def issue_list(title: str, issues: Sequence[Issue], tone: str, note: str | None) -> Html | None:
    """A heading with their count, a line an issue, and what to do; None where there are none."""
    items = [tag("li", tag("b", place_vi(issue.sheet, issue.cell)), " ", issue.message) for issue in issues]
    return _listed(title, items, tone, note)


def numbered_list(title: str, issues: Sequence[Numbered], tone: str, note: str | None) -> Html | None:
    """As `issue_list`, each line with its number, and a link to its cell in the drawn sheet."""
    return _listed(title, [_numbered_line(numbered, tone) for numbered in issues], tone, note)


def issue_spot(number: int) -> str:
    """What the line of an issue is called within the page."""
    return f"van-de-{number}"


def cell_spot(sheet: str, cell: str) -> str:
    """What a drawn cell is called within the page."""
    return f"o-{sha256(sheet.encode()).hexdigest()[:8]}-{cell}"


def spot_link(spot: str, *children: Child, class_: str | None = None, said: str | None = None) -> Html:
    """A link to another place of the page, which opens what is folded around it."""
    return tag("a", *children, href=f"#{spot}", class_=class_, aria_label=said, data_spot=True)


def place_vi(sheet: str | None, cell: str | None) -> str:
    """'Quy 3!F8', 'Quy 3', or that the whole file is meant."""
    return "!".join(part for part in (sheet, cell) if part) or words.WHOLE_FILE


def _numbered_line(numbered: Numbered, tone: str) -> Html:
    issue = numbered.issue
    place: Child = place_vi(issue.sheet, issue.cell)
    if issue.sheet and issue.cell:
        place = spot_link(cell_spot(issue.sheet, issue.cell), place)
    mark = tag("span", str(numbered.number), class_=f"kpi-spot {tone}")
    return tag("li", mark, " ", tag("b", place), " ", issue.message, id=issue_spot(numbered.number), tabindex=-1)


def _listed(title: str, items: Sequence[Html], tone: str, note: str | None) -> Html | None:
    if not items:
        return None
    return tag(
        "div",
        tag("h3", title.format(count=len(items))),
        tag("ul", items),
        tag("p", note) if note else None,
        class_=f"kpi-issues {tone}",
        role="alert" if tone == "kpi-bad" else None,
    )
