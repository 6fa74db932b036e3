"""Which rows of the canonical form are others than those that were signed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeAlias

from indicators.verification.layout import CANONICAL, SHORT_DIGEST
from indicators.verification.manifest import ListedRow
from indicators.verification.model import Finding, Kind

_STRANGE_LINES = 10_000

_Missing: TypeAlias = dict[tuple[str, int], ListedRow]


def changed_rows(content: bytes, signed: Sequence[ListedRow]) -> Iterator[Finding]:
    """A finding a row that was changed, taken away or put in; where only their order is another, the first out of it.
    A row's place is its part, number and what it is of; of one put in its line."""
    if content.count(b"\n") > 2 * len(signed) + _STRANGE_LINES:
        return  # another file altogether: its lines would fill the memory to name a few
    lines = _lines(content)
    digests = [sha256(line).hexdigest()[:SHORT_DIGEST] for line in lines]
    gone = Counter(row.digest for row in signed) - Counter(digests)
    strange = Counter(digests) - Counter(row.digest for row in signed)
    missing = {(row.part, row.ordinal): row for row in signed if gone[row.digest]}
    same_length = len(lines) == len(signed)
    for number, (line, digest) in enumerate(zip(lines, digests, strict=True)):
        if strange[digest]:
            strange[digest] -= 1
            yield _of_line(line, number, missing, signed[number] if same_length else None)
    yield from (_finding(Kind.ROW_REMOVED, row) for row in missing.values())
    if not gone and same_length:
        moved = [row for row, digest in zip(signed, digests, strict=True) if row.digest != digest]
        yield from (_finding(Kind.ROWS_REORDERED, row) for row in moved[:1])


def _lines(content: bytes) -> list[bytes]:
    *whole, rest = content.split(b"\n")
    return [line + b"\n" for line in whole] + [rest] * bool(rest)


def _of_line(line: bytes, number: int, missing: _Missing, there: ListedRow | None) -> Finding:
    """A line that nobody signed: the row it says it is where that one is missing, else the one that stood there."""
    row = missing.pop(_says(line), None)
    if row is None and there is not None:
        row = missing.pop((there.part, there.ordinal), None)
    return Finding(Kind.ROW_ADDED, CANONICAL, str(number + 1)) if row is None else _finding(Kind.ROW_CHANGED, row)


def _says(line: bytes) -> tuple[str, int]:
    try:
        said = json.loads(line)
        return str(said["part"]), int(said["ordinal"])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return "", 0


def _finding(kind: Kind, row: ListedRow) -> Finding:
    return Finding(kind, CANONICAL, f"{row.part} {row.ordinal}{f' ({row.label})' if row.label else ''}")
