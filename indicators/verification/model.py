"""What verifying a folder finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is wrong; wording.verification has its sentence."""

    NOT_A_REVIEW = "not_a_review"
    UNREADABLE = "unreadable"
    UNSAFE = "unsafe"
    MANIFEST = "manifest"
    SIGNATURE = "signature"
    KEY = "key"
    OTHER_KEY = "other_key"
    OTHER_FINGERPRINT = "other_fingerprint"
    MISSING = "missing"
    ADDED = "added"
    CHANGED = "changed"
    INNER_CHANGED = "inner_changed"
    INNER_MISSING = "inner_missing"
    INNER_ADDED = "inner_added"
    CELL = "cell"
    SHEET_MISSING = "sheet_missing"
    SHEET_ADDED = "sheet_added"
    ROW_CHANGED = "row_changed"
    ROW_REMOVED = "row_removed"
    ROW_ADDED = "row_added"
    ROWS_REORDERED = "rows_reordered"
    FROZEN_LATER = "frozen_later"


@dataclass(frozen=True)
class Finding:
    """`path`: the file, within the folder; `place`: where in it ('targets 3', 'Chỉ tiêu!F8', 'xl/styles.xml')."""

    kind: Kind
    path: str
    place: str = ""


@dataclass(frozen=True)
class Verdict:
    """`is_compared`: the key's fingerprint was held against the one that was given; `name`, `period`, `as_of`: what the
    folder says it is of, '' where it does not say."""

    findings: tuple[Finding, ...]
    fingerprint: str = ""
    is_compared: bool = False
    name: str = ""
    period: str = ""
    as_of: str = ""
    files: int = 0

    @property
    def is_whole(self) -> bool:
        return not self.findings
