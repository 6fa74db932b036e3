"""Why a file gave no workbook, as the parent knows it. Its words: `indicators.wording.issues.file`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """The code of the issue, which of its troubles it was, and where, if it has a place."""

    code: str
    trouble: str = ""
    sheet: str | None = None
    cell: str | None = None
