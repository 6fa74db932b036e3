"""Headings of figures that are not the whole commune's: of a village, of the women among all, of the city beside it."""

from __future__ import annotations

import re

from indicators.intake.folding import clean, fold

_AREA = re.compile(
    r"(?:cac )?(?:thon|xom|lang|buon|to dan pho|tdp|khu pho|khu dan cu)\b.*|(?:ban|ap|to|khu) (?:so )?\d+"
)
_AMONG = re.compile(r"(?:trong do|rieng)\b ?[:\-]? ?(?P<what>.+)|nu(?: gioi)?|nam gioi")
_AROUND = re.compile(
    r"(?:(?:toan|chung|binh quan(?: chung)?|muc chung)(?: cua)?(?: toan)? )?(?:thanh pho|huyen|quan)"
    r"|(?:(?:chung|binh quan(?: chung)?|muc chung)(?: cua)?(?: toan)? |toan )(?:tinh|quoc|vung|nuoc)"
    r"|(?:binh quan )?ca nuoc"
)
_MEN = "nam"  # written so: folded, 'Nam' is 'Năm' too
_SAYS_MORE = re.compile(r"thuc hien|\bth\b|ket qua|luy ke|quy|thang|nam|ky|ke hoach|\d")


def is_of_a_part(text: str) -> bool:
    """Whether a heading says that its figures are a part's of the commune, or of what the commune lies in."""
    folded = fold(text).strip(" :.*-+")
    among = _AMONG.fullmatch(folded)
    if among is not None:
        return not (among["what"] and _SAYS_MORE.search(among["what"]))
    return bool(_AREA.fullmatch(folded) or _AROUND.fullmatch(folded)) or clean(text).lower().strip(" :.*-+") == _MEN
