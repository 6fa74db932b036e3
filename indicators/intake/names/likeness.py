"""How alike two names are, and what forbids to take one for the other however alike they look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from indicators.intake.folding import clean, fold

# Words that turn a meaning: 'hộ cận nghèo' is not 'hộ nghèo'. With their marks, for 'tái' is not 'tại'.
_TURNING = frozenset({
    "cận", "không", "chưa", "chẳng", "tái", "giảm", "ngoài", "mất", "thất", "thoát", "nợ", "quá", "trễ", "chậm",
    "muộn", "thiếu", "dưới", "trừ", "hủy", "bỏ", "vô", "phi", "tăng", "tử", "chết", "dừng", "ngừng", "vắng",
    "hỏng", "tồn", "hụt", "chi",
})  # fmt: skip
_TURNING_BARE = {fold(word): word for word in _TURNING}
SHORTENED = 85.0
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARES, _COUNTS, _RATES = {"ti le", "ty le", "phan tram"}, {"so", "tong so", "so luong"}, {"toc do"}


def likeness(written: str, known: str, *, own_words: int = 0) -> float:
    """0 to 100, for names as `words_of` gives them; the order of the words counts little. A name that only leaves words
    out is alike enough to be asked about, if it keeps half of them and one of the `own_words` that only this measure's
    names hold; each of these that it keeps speaks for it."""
    score = min(99.0, max(fuzz.token_sort_ratio(written, known), fuzz.ratio(written, known)) + 2 * min(own_words, 3))
    if not own_words:
        return score
    shorter, longer = set(written.split()), set(known.split())
    if shorter < longer and 2 * len(shorter) >= len(longer):
        return max(score, SHORTENED)
    return score


class Comparable(NamedTuple):
    """Names as `words_of` gives them, beside them with their words in order."""

    words: tuple[str, ...]
    ordered: tuple[str, ...]


def comparable(names: Iterable[str]) -> Comparable:
    words = tuple(names)
    return Comparable(words, tuple(map(_ordered, words)))


def alike_enough(written: str, known: Comparable, least: float) -> list[int]:
    """Which of the known names have at least this `likeness`, none of their own words told: all of them at once, which
    takes a tenth of the time."""
    found = (
        *process.extract(written, known.words, scorer=fuzz.ratio, score_cutoff=least, limit=None),
        *process.extract(_ordered(written), known.ordered, scorer=fuzz.ratio, score_cutoff=least, limit=None),
    )
    return sorted({index for _, _, index in found})


def _ordered(words: str) -> str:
    return " ".join(sorted(words.split()))


@lru_cache(maxsize=4_096)
def turning_words(name: str) -> frozenset[str]:
    """The words of a name that turn its meaning. Where the name is written without marks, without marks."""
    words = _WORD.findall(clean(name).lower())
    if fold(name) != clean(name).lower():
        return frozenset(fold(word) for word in words if word in _TURNING)
    return frozenset(word for word in words if word in _TURNING_BARE)


def same_turning(written: str, known: str) -> bool:
    """Whether both names turn their meaning by the same words. A name without marks may mean the harmless twin of a
    turning word ('tai' is 'tại' and 'tái'): it must then agree with what the known name holds in either sense."""
    if fold(written) != clean(written).lower():
        return turning_words(written) == turning_words(known)
    bare = {fold(word) for word in _WORD.findall(clean(known).lower())}
    return turning_words(written) - bare == set() and turning_words(known) <= turning_words(written)


def same_numbers(written: str, known: str) -> bool:
    """Whether two normalised names hold the same numbers ('mức độ 1' is not 'mức độ 2'); years do not count."""
    return _numbers(written) == _numbers(known)


def same_quantity(written: str, known: str) -> bool:
    """'Số hộ nghèo' is not 'Tỷ lệ hộ nghèo': a count, a share and a rate differ where both names say which."""
    kinds = {_quantity(written), _quantity(known)} - {""}
    return len(kinds) < 2


def own_words(names: dict[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """For each measure the words that only its names hold: one of them in a row's name speaks against the others."""
    words = {measure: {word for name in all_names for word in name.split()} for measure, all_names in names.items()}
    holders: dict[str, int] = {}
    for held in words.values():
        for word in held:
            holders[word] = holders.get(word, 0) + 1
    return {measure: frozenset(word for word in held if holders[word] == 1) for measure, held in words.items()}


@lru_cache(maxsize=4_096)
def _numbers(name: str) -> list[str]:
    return sorted(re.findall(r"\d+", _YEAR.sub("", name)))


def _quantity(name: str) -> str:
    for kind, leads in (("share", _SHARES), ("count", _COUNTS), ("rate", _RATES)):
        if any(name == lead or name.startswith(f"{lead} ") for lead in leads):
            return kind
    return ""
