"""How the command line prints: one JSON object, or plain Vietnamese lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from indicators.intake import Issue, Reading, Remark, Severity
from indicators.moments import to_local
from indicators.wording import command_line as words

_ISSUE = ("code", "severity", "sheet", "cell", "message", "also")


def say(text: str) -> None:
    """One plain line."""
    print(text)


def say_aside(text: str) -> None:
    """One plain line beside the answer, which stays what was asked for."""
    print(text, file=sys.stderr)


def say_issues(issues: Iterable[Issue]) -> None:
    """A line an issue, where errors go."""
    for issue in issues:
        label = words.ERROR if issue.severity is Severity.ERROR else words.WARNING
        place = f" {issue.sheet}!{issue.cell}:" if issue.cell else ":"
        print(f"{label}{place} {issue.message}", file=sys.stderr)


def issue_fields(issues: Iterable[Issue]) -> list[dict[str, Any]]:
    return [fields(issue, _ISSUE) for issue in issues]


def fields(item: Reading | Remark | Issue, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(item, name) for name in names}


def exact(value: Decimal | None) -> str:
    """Every digit that is stored: '1234567,5'."""
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")


def print_json(answer: Mapping[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False, default=_encode))


def _encode(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime):
        return to_local(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
