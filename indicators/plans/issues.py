"""The issues met while a plan is read and checked: in order, each once, of a kind no more than one would read."""

from __future__ import annotations

from collections import Counter

from indicators.intake.model import Issue, Severity
from indicators.wording.plans import make_plan_issue

MOST_OF_A_KIND = 50

#: Sheet and cell, None where it concerns the whole file.
Place = tuple[str | None, str | None]
NOWHERE: Place = (None, None)


class Issues:
    """The issues of one workbook."""

    def __init__(self) -> None:
        self._issues: dict[Issue, None] = {}

    def add(self, code: str, place: Place = NOWHERE, **details: object) -> None:
        self._issues[make_plan_issue(code, place[0], place[1], **details)] = None

    def put(self, issue: Issue) -> None:
        self._issues[issue] = None

    @property
    def has_errors(self) -> bool:
        return any(issue.severity is Severity.ERROR for issue in self._issues)

    def all(self) -> tuple[Issue, ...]:
        """Errors first, of each code the first ones."""
        taken: Counter[str] = Counter()
        kept: list[Issue] = []
        for issue in sorted(self._issues, key=lambda issue: issue.severity):
            taken[issue.code] += 1
            if taken[issue.code] <= MOST_OF_A_KIND:
                kept.append(issue)
        return tuple(kept)
