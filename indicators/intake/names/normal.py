"""Names in one form: 'a) Tỉ lệ bao phủ BHYT (%)' and 'Tỷ lệ bao phủ bảo hiểm y tế' give the same words."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.intake.folding import fold
from indicators.intake.values.units import is_unit

_ABBREVIATIONS = {
    "bhtn": "bao hiem that nghiep", "bhxh": "bao hiem xa hoi", "bhyt": "bao hiem y te", "bq": "binh quan",
    "cn": "cong nghiep", "dn": "doanh nghiep", "dtc": "dau tu cong", "dv": "dich vu", "dvc": "dich vu cong",
    "gd": "giao duc", "gdvh": "gia dinh van hoa", "gqvl": "giai quyet viec lam", "gt": "gia tri",
    "gtsp": "gia tri san pham", "hcc": "hanh chinh cong", "hdnd": "hoi dong nhan dan", "hs": "ho so",
    "htx": "hop tac xa", "ktxh": "kinh te xa hoi", "ld": "lao dong", "llld": "luc luong lao dong",
    "nn": "nong nghiep", "nsnn": "ngan sach nha nuoc", "ntm": "nong thon moi", "qg": "quoc gia", "sp": "san pham",
    "sx": "san xuat", "tdp": "to dan pho", "thcs": "trung hoc co so", "thpt": "trung hoc pho thong",
    "thtt": "to hop tac", "tm": "thuong mai", "tnbq": "thu nhap binh quan", "tp": "thanh pho", "ts": "thuy san",
    "tthc": "thu tuc hanh chinh", "tx": "thuong xuyen", "ubnd": "uy ban nhan dan", "vh": "van hoa", "vl": "viec lam",
    "xd": "xay dung", "yt": "y te",
}  # fmt: skip

_TAIL = re.compile(r"\s*\(([^()]*)\)\s*[:.*]*$")
_UNIT_TAIL = re.compile(r"\s*[,:-]\s*([^,:()]+)$")
_MARKER = re.compile(
    r"(?:[-+*•–·>o]\s+|[-+*•·>]+|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/:]+\s*|\d{1,2}(?:\.\d{1,2})+\s+"
    r"|(?:chi tieu|ct)\s*(?:so\s*)?\d{1,2}(?:\.\d{1,2})?\s*[:.)-]\s*"
    r"|(?:trong do|tr\.? ?do|rieng|bao gom|gom)\s*:?\s*(?=\S)[-+]?\s*)"
)
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_LEADING_ZERO = re.compile(r"\b0+(?=\d)")
_DIGIT_LETTER = re.compile(r"(?<=\d)(?=[a-z])")
_WORD = re.compile(r"[a-z0-9]+")
_FINAL_Y = re.compile(r"\b(qu|[hklmstv])y\b")
_DROPPED_FOOTNOTE = re.compile(r"\s*(?:\[\d+\]|\*+|[¹²³])\s*$")


@lru_cache(maxsize=20_000)
def words_of(name: str) -> str:
    """The words of a name, folded, abbreviations written out, without markers before it and a unit behind it."""
    folded = _DROPPED_FOOTNOTE.sub("", fold(name))
    folded = _without_unit(_without_markers(folded))
    folded = _DIGIT_LETTER.sub(" ", _LEADING_ZERO.sub("", _THOUSANDS.sub("", folded)))
    folded = _FINAL_Y.sub(r"\1i", folded)
    words = [_ABBREVIATIONS.get(word, word) for word in _WORD.findall(folded)]
    return _FINAL_Y.sub(r"\1i", " ".join(words))


def core_of(name: str) -> str:
    """`words_of` without whatever else stands in parentheses behind the name."""
    return words_of(_TAIL.sub("", fold(name)))


def unit_in_name(name: str) -> str:
    """The unit that a name carries behind it: 'Tỷ lệ hộ nghèo (%)' gives '%'; '' where there is none."""
    match = _unit_tail(fold(name))
    return match[1].strip() if match else ""


def _without_markers(folded: str) -> str:
    while (match := _MARKER.match(folded)) and match.end() < len(folded):
        folded = folded[match.end() :].lstrip()
    return folded


def _without_unit(folded: str) -> str:
    match = _unit_tail(folded)
    return folded[: match.start()] if match and match.start() else folded


def _unit_tail(folded: str) -> re.Match[str] | None:
    """A unit in parentheses, or after a comma, at the end."""
    found = (_TAIL.search(folded), _UNIT_TAIL.search(folded))
    return next((match for match in found if match is not None and is_unit(match[1])), None)
