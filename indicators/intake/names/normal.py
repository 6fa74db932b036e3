"""Names in one form: 'a) Tỉ lệ bao phủ BHYT (%)' and 'Tỷ lệ bao phủ bảo hiểm y tế' give the same words."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.intake.folding import clean, fold
from indicators.intake.names.abbreviations import CLEAR, DOUBTFUL, OLDER, TOGETHER
from indicators.intake.values.units import is_unit

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
_TOGETHER = re.compile(rf"\b(?:{'|'.join(TOGETHER)})\b")
_TOGETHER_BEGIN = frozenset(known.split()[0] for known in TOGETHER)
_OLDER = re.compile(rf"\b(?:{'|'.join(OLDER)})\b")
_PER = re.compile(r"(?<=[a-z])\s*/\s*(?=\d)")  # 'DN/1.000 dân'
_SAID_TWICE = re.compile(r"\b([a-z]+(?: [a-z]+)+) \1\b")  # 'bảo hiểm y tế (BHYT)'
_NUMERALS = {"mot": "1", "i": "1", "ii": "2", "iii": "3"}
_NUMERAL = re.compile(r"(?<=\bit nhat )mot\b|(?<=\bmuc do )i{1,3}\b")
_GOAL = re.compile(
    r"[\s,:–-]+(?:(?:đạt|còn|duy trì)(?: (?:từ|trên|dưới|bình quân|ít nhất|tối thiểu))*|dưới(?= ?\d[\d.,]* ?[%‰])"
    r"|(?<!tăng )bình quân(?: (?:đạt|hằng năm|hàng năm))*(?= ?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?%))"
    r" \d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:[%‰]|[^\W\d][^\d]{0,25})?(?:/ ?năm)?(?: trở lên)?$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^chi tieu (?:ve )?")
_OF_PLACE = re.compile(
    r"(?P<area> tren dia ban)(?: (?:toan |cua )?(?:xa|phuong))?$| (?:toan|cua|trong|tai) (?:xa|phuong)$"
)
_SPAN = r"qui (?:[ivx]{1,3}|\d)|thang \d{1,2}|\d{1,2} thang(?: dau| cuoi)?(?: nam)?|\d{1,2} \d{1,2}(?= \d{4}$)|ca nam"
_TIME = re.compile(
    r"(?: (?:tinh|thuc hien|luy ke))?(?: den| trong)?(?: het| cuoi| ngay)*"
    rf"(?: (?:{_SPAN}|nam(?= \d{{4}}$)))+(?: nam)?(?: \d{{4}})?$"
)
_DROPPED_FOOTNOTE = re.compile(r"\s*(?:\[\d+\]|\*+|[¹²³]|(?<!muc)(?<!muc )(?<!do)(?<!do )\(\d\))\s*$")


@lru_cache(maxsize=20_000)
def words_of(name: str) -> str:
    """The words of a name, folded, abbreviations written out, without markers before it and a unit behind it."""
    folded = _DROPPED_FOOTNOTE.sub("", fold(name))
    folded = _without_unit(_without_markers(folded))
    folded = _DIGIT_LETTER.sub(" ", _LEADING_ZERO.sub("", _THOUSANDS.sub("", _PER.sub(r" tren ", folded))))
    folded = _FINAL_Y.sub(r"\1i", folded)
    words = _WORD.findall(folded)
    if not _TOGETHER_BEGIN.isdisjoint(words):
        words = _TOGETHER.sub(lambda match: TOGETHER[match[0]], " ".join(words)).split()
    written_out = " ".join([CLEAR.get(word, word) for word in words])
    said_once = _SAID_TWICE.sub(r"\1", written_out) if "(" in name else written_out
    return _FINAL_Y.sub(r"\1i", _NUMERAL.sub(lambda match: _NUMERALS[match[0]], said_once))


def remembered_name(row_name: str) -> str:
    """The key under which a confirmed likeness is remembered: the same for every way to write the same words."""
    return words_of(row_name)


def meant_by(words: str) -> str:
    """The words of a name with what it may stand for: abbreviations of two meanings, older wordings, no time behind it.
    Good to liken, never to decide."""
    written_out = " ".join(DOUBTFUL.get(word, word) for word in _TIME.sub("", words).split())
    return _FINAL_Y.sub(r"\1i", _OLDER.sub(lambda match: OLDER[match[0]], written_out))


def shorter_forms(words: str, place: str) -> list[str]:
    """The words of a name without what says nothing in a report of `place`: 'chỉ tiêu về' before it, 'trên địa bàn xã'
    and the place's own name behind it."""
    bare = _LEAD.sub("", words).removesuffix(f" {place}")
    match = _OF_PLACE.search(bare)
    if match is None:
        return [bare]
    kept = bare[: match.start()]
    return [bare, kept + (match["area"] or ""), kept]


def without_goal(name: str) -> str:
    """A name without the goal that a resolution writes behind it: 'Tỷ lệ dân số tham gia BHYT đạt 99% trở lên'."""
    return _GOAL.sub("", clean(name))


def core_of(name: str) -> str:
    """`words_of` without whatever else stands in parentheses behind the name."""
    return words_of(_TAIL.sub("", fold(name)))


def unit_in_name(name: str) -> str:
    """The unit that a name carries behind it: 'Tỷ lệ hộ nghèo (%)' gives '%'; '' where there is none."""
    match = _unit_tail(fold(name))
    return as_written(name, match) if match is not None else ""


def as_written(text: str, match: re.Match[str]) -> str:
    """The first group of a match in the folded text, with its marks: 'tỷ đồng' for 'ty dong'."""
    written = clean(text)
    return (written[match.start(1) : match.end(1)] if len(written) == len(match.string) else match[1]).strip()


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
