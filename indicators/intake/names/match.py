"""Recognises a row by its name, else by its code, else by likeness, which somebody must confirm."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from indicators.catalogue import CommuneCatalogue, Measure
from indicators.intake.folding import fold
from indicators.intake.model import Match
from indicators.intake.names.likeness import (
    Comparable,
    alike_enough,
    comparable,
    likeness,
    own_words,
    same_numbers,
    same_quantity,
    same_turning,
)
from indicators.intake.names.normal import core_of, meant_by, shorter_forms, without_goal, words_of

LIKELY_FROM = 80.0  # out of 100
CODE_FROM = 65.0  # a code that agrees makes up for a freer name
CLEAR_MARGIN = 5.0
LONGEST_NAME = 400  # letters; longer texts are notes
_MARKS_AND_UNIT = 80  # letters that may stand before and behind a name
MOST_LIKENED = 10_000  # different names in a file; what comes after them is recognised by its own name or code only

_FILLERS = frozenset({
    "va", "cua", "cac", "tren", "duoc", "co", "trong", "da", "so", "theo", "dat", "tai", "dia", "ban", "ti",
    "le", "tong", "nam", "ki", "muc", "cho", "ve", "voi",
})  # fmt: skip
_CODE = re.compile(r"0*(\d{1,3}(?:\.\d{1,3})*)\.?")


@dataclass(frozen=True)
class Recognised:
    """What a row is taken for; `score` is 100 for an exact name or a code. `remembered` where only somebody's earlier
    word tells it."""

    measure: Measure
    match: Match
    score: float = 100.0
    remembered: bool = False


@dataclass(frozen=True)
class Ambiguous:
    """Two measures that a row's name is as near to."""

    measures: tuple[Measure, Measure]


@dataclass(frozen=True)
class _KnownName:
    measure: Measure
    words: str
    written: str


class NameBook:
    """All names and codes of a commune's measures. `confirmed` holds the measures of row names that somebody confirmed
    earlier, as `remembered_name` gives them; the catalogue's own names come first."""

    def __init__(self, catalogue: CommuneCatalogue, confirmed: Mapping[str, str] | None = None) -> None:
        self._measures = catalogue.measure_by_id
        self._place = words_of(catalogue.commune.name_vi).removeprefix("xa ").removeprefix("phuong ")
        self._confirmed = {
            words: self._measures[measure] for words, measure in (confirmed or {}).items() if measure in self._measures
        }
        self._names = [
            _KnownName(measure, words, name)
            for measure in catalogue.measures
            for name in catalogue.names_of(measure)
            for words in dict.fromkeys((words_of(name), core_of(name)))
        ]
        self._longest = max((len(known.written) for known in self._names), default=0) + _MARKS_AND_UNIT
        self._found: dict[tuple[str, str], Recognised | Ambiguous | None] = {}
        self._likened = 0
        self._codes = {target.target: self._measures[target.measure] for target in catalogue.targets}

    def is_known_name(self, text: str) -> bool:
        """Whether a text is such a name and nothing else; one much longer than all of them is not looked at."""
        if not text or len(text) > self._longest:
            return False
        return words_of(text) in self._by_words or words_of(text) in self._confirmed

    def recognise(self, name: str, code: str) -> Recognised | Ambiguous | None:
        """As `_recognise`, remembered: a sheet says the same names again and again."""
        if len(name) > LONGEST_NAME:
            return None
        key = name, code[:LONGEST_NAME]
        if key not in self._found:
            self._found[key] = self._recognise(*key)
        return self._found[key]

    def _recognise(self, name: str, code: str) -> Recognised | Ambiguous | None:
        """The measure of a row; None for a row of something else. The name decides: a code counts only where the name
        does not contradict it."""
        words, coded = words_of(name), self._measure_of_code(code)
        exact = self._named(words)
        if len(exact) == 1:
            return Recognised(exact[0], Match.NAME)
        if exact:
            return Recognised(coded, Match.CODE) if coded in exact else Ambiguous((exact[0], exact[1]))
        remembered = self._confirmed.get(words)
        if remembered is not None and coded in {None, remembered}:
            return Recognised(remembered, Match.NAME, remembered=True)
        if coded is not None and (not words or self._shortens_only(name, coded)):
            return Recognised(coded, Match.CODE)
        bare = without_goal(name)
        return self._recognise(bare, code) if bare != name else self._recognise_by_likeness(name, coded)

    def _named(self, words: str) -> list[Measure]:
        """The measures of that name, else of the first form without what says nothing."""
        found = (self._by_words.get(form, []) for form in (words, *shorter_forms(words, self._place)))
        return next((measures for measures in found if measures), [])

    @cached_property
    def _by_words(self) -> dict[str, list[Measure]]:
        found: dict[str, dict[str, Measure]] = defaultdict(dict)
        for known in self._names:
            found[known.words][known.measure.measure] = known.measure
        return {words: list(measures.values()) for words, measures in found.items() if words}

    @cached_property
    def _names_of(self) -> dict[str, list[_KnownName]]:
        found: dict[str, list[_KnownName]] = defaultdict(list)
        for known in self._names:
            found[known.measure.measure].append(known)
        return found

    @cached_property
    def _comparable(self) -> Comparable:
        return comparable(known.words for known in self._names)

    @cached_property
    def _own_words(self) -> dict[str, frozenset[str]]:
        return own_words({measure: [known.words for known in names] for measure, names in self._names_of.items()})

    def _measure_of_code(self, code: str) -> Measure | None:
        """A target's code, also as '2.1.' or '02.1', or the measure's own."""
        plain = fold(code)
        if plain in self._measures:
            return self._measures[plain]
        match = _CODE.fullmatch(plain.replace(",", "."))
        return self._codes.get(match[1]) if match else None

    def _recognise_by_likeness(self, name: str, coded: Measure | None) -> Recognised | Ambiguous | None:
        ranked = self._ranked(name)
        if not ranked:
            return None
        best, best_score = ranked[0]
        second, second_score = ranked[1] if len(ranked) > 1 else (None, 0.0)
        agrees = best is coded and best_score > second_score
        if agrees and best_score >= CODE_FROM and not self._says_more(name, best):
            return Recognised(best, Match.CODE)
        if best_score < (CODE_FROM if agrees else LIKELY_FROM):
            return None
        if second is not None and not agrees and best_score - second_score < CLEAR_MARGIN:
            return Ambiguous((best, second))
        if not agrees and self._puts_in_place(name, best):
            return None
        return Recognised(best, Match.LIKELY, best_score)

    def _ranked(self, name: str) -> list[tuple[Measure, float]]:
        """The measures that nothing in the name forbids, the most alike first."""
        scores: dict[str, float] = {}
        plain, core = words_of(name), core_of(name)
        if not plain or self._likened >= MOST_LIKENED:
            return []
        self._likened += 1
        for words in dict.fromkeys((plain, core, meant_by(plain), meant_by(core))):
            for known, score in self._alike(words):
                measure = known.measure.measure
                if score > max(scores.get(measure, 0.0), CODE_FROM) and _may_be(name, words, known):
                    scores[measure] = score
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        return [(self._measures[measure], score) for measure, score in ranked]

    def _alike(self, words: str) -> Iterator[tuple[_KnownName, float]]:
        """The known names with how alike they are to a name: those that hold the most words of their measures' own,
        else all that may be alike enough."""
        owned = self._owned_words(words)
        if not owned:
            for index in alike_enough(words, self._comparable, CODE_FROM):
                yield self._names[index], likeness(words, self._names[index].words)
            return
        most_owned = max(owned.values())
        for measure, own in owned.items():
            for known in self._names_of[measure] if own == most_owned else ():
                yield known, likeness(words, known.words, own_words=own)

    def _says_more(self, name: str, measure: Measure) -> bool:
        """Whether a name holds a word of meaning that no name of the measure has: 'nông thôn' makes it fewer."""
        known = {word for entry in self._names if entry.measure is measure for word in entry.words.split()}
        return bool(set(words_of(name).split()) - known - _FILLERS)

    def _shortens_only(self, name: str, measure: Measure) -> bool:
        """Whether a name only leaves words out of the measure's, and of no other's: 'BHYT' beside the code 12."""
        words = set(words_of(name).split())
        holders = {
            known.measure.measure
            for known in self._names
            if words <= set(known.words.split()) and _may_be(name, words_of(name), known)
        }
        return holders == {measure.measure}

    def _puts_in_place(self, name: str, measure: Measure) -> bool:
        """Whether a name has other words where all of the measure's have its own: 'cơ học' for 'tự nhiên'."""
        own = self._own_words[measure.measure]
        tells_apart = all(own & set(known.words.split()) for known in self._names if known.measure is measure)
        return tells_apart and not own & set(words_of(name).split()) and self._says_more(name, measure)

    def _owned_words(self, words: str) -> dict[str, int]:
        """For each measure how many of these words only its names hold: they speak for it and against the others."""
        held = set(words.split())
        return {measure: len(own & held) for measure, own in self._own_words.items() if own & held}


def _may_be(name: str, words: str, known: _KnownName) -> bool:
    return same_turning(name, known.written) and same_numbers(words, known.words) and same_quantity(words, known.words)
