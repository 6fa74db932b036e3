"""The issues met while a file is read: in order, each once, and not more of one kind than a person would go through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from indicators.intake.model import Issue, Severity
from indicators.wording.issues import make_issue

MOST_OF_A_KIND = 50


class Findings:
    """Issues of one file."""

    def __init__(self) -> None:
        self._issues: dict[Issue, None] = {}

    def add(self, code: str, sheet: str | None = None, cell: str | None = None, **details: object) -> None:
        self._issues[make_issue(code, sheet, cell, **details)] = None

    def add_between(self, code: str, place: tuple[str, str], also: tuple[str, str], /, **details: object) -> None:
        """An issue of two cells, each a sheet and an address, that contradict each other; of one where they are one."""
        issue = make_issue(code, place[0], place[1], **details)
        self._issues[issue if also == place else replace(issue, also=also)] = None

    def take(self, others: Findings) -> None:
        """Adds what was met elsewhere."""
        self._issues.update(dict.fromkeys(others))

    def __contains__(self, code: str) -> bool:
        return any(issue.code == code for issue in self._issues)

    def __iter__(self) -> Iterator[Issue]:
        return iter(self._issues)

    @property
    def has_errors(self) -> bool:
        return any(issue.severity is Severity.ERROR for issue in self._issues)

    def drop(self, codes: frozenset[str]) -> None:
        """Forgets what a graver finding makes pointless."""
        self._issues = {issue: None for issue in self._issues if issue.code not in codes}

    def all(self) -> tuple[Issue, ...]:
        """Errors first; of each code the first ones, and how many more there are."""
        counts = Counter(issue.code for issue in self._issues)
        kept: list[Issue] = []
        taken: Counter[str] = Counter()
        for issue in sorted(self._issues, key=lambda issue: issue.severity):
            taken[issue.code] += 1
            if taken[issue.code] <= MOST_OF_A_KIND:
                kept.append(issue)
        rest = {code: count - MOST_OF_A_KIND for code, count in counts.items() if count > MOST_OF_A_KIND}
        return (*kept, *(self._rest(code, count) for code, count in rest.items()))

    def _rest(self, code: str, count: int) -> Issue:
        first = next(issue for issue in self._issues if issue.code == code)
        more = make_issue("more_of_the_same", count=count, example=first.message)
        return Issue(code, first.severity, more.message)
