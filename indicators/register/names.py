"""Names and codes of communes in one form: 'P.01', 'phường 1' and 'Phường 1' are one name, '1234' and '01234' one
code."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from indicators.intake.folding import clean, fold

_SHORT_KINDS = {"p": "phuong", "x": "xa", "tt": "thi tran", "dk": "dac khu"}
_KIND = re.compile(
    r"(?:(?:ubnd|u[iy] ban nhan dan)\s+)?(?:(xa|phuong|thi tran|dac khu)\b|(p|x|tt|dk)(?:\.| (?=\S)|(?=\d)))"
    r"\s*\.?\s*(?=\S)"
)
_PARENT_KIND = re.compile(r"^(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|h\.|q\.|tx\.?)\s*(?=\S)")
_ZEROS = re.compile(r"\b0+(?=\d)")
_MARKS = re.compile(r"[^a-z0-9]+")
_CODE = re.compile(r"\d{1,12}|\d{1,5}(?:[ .-]\d{1,5}){1,4}|[A-Za-z]{1,4}[-.]?\d{1,10}")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .-](?=\d)")


class NameForm(NamedTuple):
    """`kind` is '' where a name leaves it out; `marks` are its diacritics in order, '' where it was written without."""

    kind: str
    bare: str
    marks: str


@lru_cache(maxsize=20_000)
def form_of(name: str) -> NameForm:
    """'P. Hoà Bình' gives phuong, 'hoa binh' and its marks, wherever in the vowel these were put."""
    folded = fold(name)
    match = _KIND.match(folded)
    kind = (match[1] or _SHORT_KINDS[match[2]]) if match else ""
    rest = folded[match.end() :] if match else folded
    written = clean(name).lower()
    own = written[len(written) - len(rest) :] if len(written) == len(folded) else written
    return NameForm(kind, _ZEROS.sub("", _MARKS.sub(" ", rest)).strip(), marks_of(own))


def marks_of(text: str) -> str:
    """Word by word the diacritics of a text, in one order: the tone of 'hoà' and 'hòa' is the same."""
    marks = [_marks_of_word(unicodedata.normalize("NFD", word)) for word in text.split()]
    return "|".join(marks) if any(marks) else ""


def _marks_of_word(decomposed: str) -> str:
    return "".join(sorted(letter for letter in decomposed if unicodedata.combining(letter) or letter == "đ"))


@lru_cache(maxsize=2_000)
def parent_form(name: str) -> str:
    """'TP. Hải Phòng' and 'Thành phố Hải Phòng' give 'hai phong'."""
    return _ZEROS.sub("", _MARKS.sub(" ", _PARENT_KIND.sub("", fold(name)))).strip()


def code_form(code: str) -> str:
    """A code without the zeros before it, which a number loses, and without what parts its digits; a number that was
    stored as '1234.0' is 1234."""
    plain = _BETWEEN_DIGITS.sub("", clean(code).removesuffix(".0")).upper()
    return plain.lstrip("0") or plain


def is_code(text: str) -> bool:
    """Whether a text could be a commune's code: digits, or a few letters and digits."""
    return _CODE.fullmatch(clean(text).removesuffix(".0")) is not None


def names_a_commune(text: str) -> bool:
    """Whether a text says by itself that it is a commune: 'xã Tân Hưng', 'Phường 1'; 'xã' alone is none."""
    form = form_of(text)
    return bool(form.kind and form.bare) and len(text) <= 60
