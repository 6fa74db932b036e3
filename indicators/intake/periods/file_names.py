"""The period in a file's name: 'BC quy 3-2026.xlsx', '2026-Q3.csv'. A day, a version or a copy in it is none."""

from __future__ import annotations

import re

from indicators.intake.folding import fold
from indicators.intake.periods.words import Mention, find_mentions

_LONGEST = 255
_ENDING = re.compile(r"(?:\.[a-z]{2,5})?(?:\.[a-z]{3,4})$")
_NO_PERIODS = [
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?:19|20)\d\d([-._ ])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)",  # 2026-10-05
        r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-._ ])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d(?!\d)",  # 05.10.2026, 5-10-26
        r"(?<!\d)\d{5,}(?!\d)",  # 05102026, 20261005
        (
            r"\b(?:ngay|gui|luu|in|cap nhat|update|nop)[-._ ]*(?:(?:ngay|thang)[-._ ]*)?\d[\d\-._ ]*"
            r"(?:thang[-._ ]*\d[\d\-._ ]*)?(?:nam[-._ ]*\d+)?"
        ),
        r"\(\d+\)",
        (
            r"\b(?:v|ver|version|ban|lan|copy|sua|final|bieu|mau|phu luc|pl)(?: so)?[-._ ]*[a-z]?\d+"
            r"(?:[.,]\d+)*(?!\d)"
        ),
        r"\b(?:quy|thang|q|t) ?(?:\d{1,2}|[ivx]+) ?- ?(?:[ivx]+|\d{1,2})(?!\w)",  # quarters I-IV
    )
]
_AHEAD = re.compile(r"phuong huong|nhiem vu|ke hoach|du kien|muc tieu|so voi|cung ky")
_CODE = re.compile(r"(?<!\d)((?:19|20)\d\d) ?(?=(?:q[1-4]|h[12]|9m|t(?:1[0-2]|0?[1-9]))(?!\w))")
_SHORT_MONTH = re.compile(r"\bt(?=\d)")


def period_in_file_name(name: str) -> Mention | None:
    """The one period that a name says; a year alone has no kind. None where it says none, or two that differ."""
    folded = _ENDING.sub("", fold(re.split(r"[/\\]", name[-_LONGEST:])[-1])).replace("_", " ")
    for pattern in _NO_PERIODS:
        folded = pattern.sub(" ", folded)
    ahead = _AHEAD.search(folded)
    mentions = find_mentions(_CODE.sub(r"\1-", folded[: ahead.start()] if ahead else folded))
    if _SHORT_MONTH.search(folded):  # 'Mẫu T1' is a form, 'T7-2026' a month
        mentions = [mention for mention in mentions if mention.kind is None or mention.year is not None]
    parts = [mention for mention in mentions if mention.kind is not None]
    if len({(mention.year, mention.last_month) for mention in parts}) > 1:
        return None
    if parts:
        return min(parts, key=lambda mention: mention.to_date)
    return mentions[0] if len(set(mentions)) == 1 else None
