"""Rows of a province's sheet that are no commune: totals, means, districts, kinds of communes, notes."""

from __future__ import annotations

import re

from indicators.intake.folding import fold
from indicators.register.names import names_a_commune

_AREA = r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|khu vuc|cum|khoi|nhom|vung|tieu vung)"
_GROUP = re.compile(
    rf"tong\b.*|cong(?: (?:cong|so|the|chung|toan|cac|theo|xa|phuong|{_AREA})\b.*)?"
    rf"|toan (?:{_AREA}|dia ban|vung)\b.*|{_AREA} .*"
    r"|(?:binh quan|trung binh)(?: (?:chung|toan|cac|cua|so)\b.*)?"
    r"|(?:trong do|bao gom|ghi chu|nguon)\b.*"
    r"|(?:[ivx]+|[a-z])[.)] ?\D.*|(?:cac )?(?:xa|phuong|dac khu|thi tran)"
)


def is_group(text: str) -> bool:
    """Whether the name of a row says by its words that it sums up or heads others."""
    return _GROUP.fullmatch(fold(text).strip(" :.*-")) is not None and not names_a_commune(text)
