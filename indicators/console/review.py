"""Reviews: what was frozen, where it was written, which key signs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from indicators.console.printing import issue_fields, print_json, say_aside, say_issues
from indicators.intake import Issue
from indicators.periods import parse_period
from indicators.reviews import Progress, Review
from indicators.store import Row
from indicators.wording import reviews as words
from indicators.wording.periods import period_vi
from indicators.wording.refusals import moment_vi

_REVIEW = (
    "commune", "occasion", "period", "as_of", "scope", "plan", "frozen_at", "frozen_by", "canonical_sha256",
    "fingerprint",
)  # fmt: skip


def progress_aside() -> Progress:
    """A line a step, beside the answer."""
    said = set()

    def say(done: int, steps: int, what_vi: str) -> None:
        if what_vi not in said:
            say_aside(f"[{done}/{steps}] {what_vi}")
            said.add(what_vi)

    return say


def say_review(review: Review, folder: Path | None, issues: Sequence[Issue] = (), *, as_json: bool) -> None:
    """One review and the folder it was written to; `issues`: why it was not."""
    if as_json:
        said = None if folder is None else str(folder)
        print_json({"review": _fields(review.row), "folder": said, "issues": issue_fields(issues)})
        return
    print(_line(review.row))
    print(words.FINGERPRINT.format(fingerprint=review.row["fingerprint"]))
    if folder is not None:
        print(words.EXPORTED.format(folder=folder))
    say_issues(issues)


def say_reviews(rows: Sequence[Row], *, as_json: bool) -> None:
    if as_json:
        print_json({"reviews": [_fields(row) for row in rows], "issues": []})
        return
    for line in map(_line, rows):
        print(line)
    if not rows:
        print(words.NO_REVIEWS)


def say_keys(rows: Sequence[Row], file: Path, *, as_json: bool) -> None:
    """The public halves, the one in use first, and where its private half is to be."""
    if as_json:
        keys = [{name: row[name] for name in ("fingerprint", "public_key", "made_at", "made_by")} for row in rows]
        print_json({"keys": keys, "file": str(file), "issues": []})
        return
    print(words.KEY_FILE.format(file=file))
    for place, row in enumerate(rows):
        said = words.KEY_IN_USE if place == 0 else words.KEY_EARLIER
        print(said.format(fingerprint=row["fingerprint"], at=moment_vi(row["made_at"]), by=row["made_by"]))
    if not rows:
        print(words.NO_KEY)


def _fields(row: Row) -> dict[str, Any]:
    return {"name": row["name_vi"]} | {name: row[name] for name in _REVIEW} | {"scope_name": row["scope_name_vi"]}


def _line(row: Row) -> str:
    return words.REVIEW.format(
        name=row["name_vi"], occasion=words.OCCASIONS[row["occasion"]], period=period_vi(parse_period(row["period"])),
        as_of=moment_vi(row["as_of"]), scope=words.scope_vi(row["scope"], row["scope_name_vi"]),
        frozen_at=moment_vi(row["frozen_at"]), frozen_by=row["frozen_by"],
    )  # fmt: skip
