"""Vietnamese text made comparable: one composition, one kind of space, and folded: small letters without marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_ETH = tuple(zip("ÐðƉɖ", "ĐđĐđ", strict=True))  # look like Đ on screen, and keyboards of the nineties typed them for it
_LONGEST_KEPT = 200  # letters: a sheet is looked through several times, and its notes are not what is asked again
_DASHES = str.maketrans("‐‑‒–—―−", "-------")


def clean(text: str) -> str:
    """The text composed (NFC), with single spaces, without what nobody can see."""
    return _cleaned(text) if len(text) <= _LONGEST_KEPT else _cleaned.__wrapped__(text)


@lru_cache(maxsize=50_000)
def _cleaned(text: str) -> str:
    if text.isascii():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    for eth, letter in _ETH:
        composed = composed.replace(eth, letter)
    return " ".join(composed.split())


class _Letters(dict[int, str]):
    """Each letter folded, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).lower())
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        self[code] = unicodedata.normalize("NFC", plain).replace("đ", "d").translate(_DASHES)
        return self[code]


_LETTERS = _Letters()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """'Tỷ lệ hộ NGHÈO – đa chiều' gives 'ty le ho ngheo - da chieu'."""
    return clean(text).translate(_LETTERS)
