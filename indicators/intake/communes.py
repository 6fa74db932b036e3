"""Whose sheet it is: the commune named in titles and sheet names, against the one the user chose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.catalogue import Catalogue
from indicators.intake.findings import Findings
from indicators.intake.folding import clean, fold

_LETTERHEAD = re.compile(
    r"(?:(?:tm\.?|thay mat)\s+)?(?:ubnd|uy ban nhan dan|ub nhan dan)\s+((?:xa|phuong|thi tran|dac khu)\s+(.{2,40}))"
)
_OFFICE_ALONE = re.compile(r"(?:ubnd|uy ban nhan dan|hoi dong nhan dan|hdnd)")
_KIND = re.compile(r"^(?:xa|phuong|thi tran|dac khu)\s+")
# 'UBND xã giao', 'UBND XÃ NĂM 2026': words that begin no name.
_NO_NAME = re.compile(
    r"(?:nam|quy|thang|giao|ve|va|da|cac|den|trinh|ban hanh|ky|phe duyet|quan ly|chi dao|hoi|dat|khong|chuan|ntm|nong"
    r"|kieu|khac|moi|co|thuoc|tu|duoc|loai|bao cao|ket qua|thuc hien|theo)\b|.*\d"
)
_PERSON = re.compile(r"\b(?:chu tich|bi thu|giam doc|truong)\b")  # whose own name may follow
_KINDS = frozenset({("xa",), ("phuong",), ("thi", "tran"), ("dac", "khu")})
_LONGEST_NAME = 4  # words
_PLACE_ALONE = re.compile(r"(?:[ivx\d]{1,4}[.)\-] ?)?(?:ubnd |don vi:? )?(?:xa|phuong|thi tran|dac khu) ")
_LONGEST_PLACE, _LONGEST_LEAD = 60, 12  # letters


@dataclass(frozen=True)
class NamedPlace:
    """A commune as the file names it; `commune` is None where the catalogue has none of that name."""

    text: str
    commune: str | None
    sheet: str
    cell: str | None


def find_named(lines: Iterable[tuple[str, str, str | None]], catalogue: Catalogue) -> list[NamedPlace]:
    """The communes that titles and sheet names (text, sheet, cell) name, in their order."""
    named: list[NamedPlace] = []
    for text, sheet, cell in joined_letterheads(list(lines)):
        known = _known_in(text, catalogue) or (_known_bare(text, catalogue) if cell is None else None)
        if known is not None and not _goes_on(text, catalogue.by_commune[known].commune.name_vi):
            named.append(NamedPlace(catalogue.by_commune[known].commune.name_vi, known, sheet, cell))
        elif (unknown := clean(text) if is_letterhead(text) else _proper_name(text)) is not None:
            named.append(NamedPlace(unknown, None, sheet, cell))
    return named


def settle_commune(
    named: Sequence[NamedPlace], chosen: str | None, default: str, catalogue: Catalogue, findings: Findings
) -> str | None:
    """The commune whose catalogue the file is read against; None where an error says why there is none."""
    unknown = next((place for place in named if place.commune is None), None)
    if unknown is not None:
        findings.add("commune_unknown", unknown.sheet, unknown.cell, found=unknown.text)
        return None
    other = next((place for place in named if place.commune != named[0].commune), None)
    if other is not None:
        findings.add("communes_differ", other.sheet, other.cell, found=named[0].text, expected=other.text)
        return None
    if named and chosen is not None and named[0].commune != chosen:
        expected = catalogue.by_commune[chosen].commune.name_vi
        findings.add("commune_conflict", named[0].sheet, named[0].cell, found=named[0].text, expected=expected)
        return None
    return named[0].commune if named else chosen or default


def joined_letterheads(lines: Sequence[tuple[str, str, str | None]]) -> list[tuple[str, str, str | None]]:
    """'ỦY BAN NHÂN DÂN' and 'XÃ VĨNH THỊNH' on two lines as one."""
    joined: list[tuple[str, str, str | None]] = []
    for text, sheet, cell in lines:
        if joined and _OFFICE_ALONE.fullmatch(fold(joined[-1][0])) and _KIND.match(fold(text)):
            joined[-1] = (f"{joined[-1][0]} {text}", sheet, cell)
        else:
            joined.append((text, sheet, cell))
    return joined


def is_letterhead(text: str) -> bool:
    """'UBND XÃ ...' with a name and nothing else."""
    match = _LETTERHEAD.fullmatch(fold(text))
    return match is not None and not _NO_NAME.match(match[2]) and len(match[2].split()) <= 4


def is_place_alone(text: str) -> bool:
    """'Xã Tân Hưng' and nothing else: over a column, or over the rows below, it says whose they are."""
    match = _PLACE_ALONE.match(fold(text[:_LONGEST_PLACE]))
    name = _proper_name(text) if match is not None else None
    return name is not None and fold(text).endswith(fold(name)) and len(fold(text)) <= len(fold(name)) + _LONGEST_LEAD


def _proper_name(text: str) -> str | None:
    """'xã Tân Hưng' anywhere in a line: two to four words with capitals behind the kind of commune. In a line of
    capitals only, the name must end with the line, at a mark or before a word that begins no name ('QUÝ III')."""
    if _PERSON.search(fold(text)):
        return None
    words = re.findall(r"[^\W\d_]+|\S", clean(text))
    in_capitals = text.upper() == text
    for start in range(1, len(words)):
        before = tuple(fold(word) for word in words[max(0, start - 2) : start])
        if before[-1:] not in _KINDS and before not in _KINDS:
            continue
        name: list[str] = []
        for word in words[start:]:
            if not word[:1].isupper() or (in_capitals and name and _NO_NAME.match(f"{fold(word)} ")):
                break
            name.append(word)
        if 2 <= len(name) <= _LONGEST_NAME and not _NO_NAME.match(fold(" ".join(name))):
            return " ".join((words[start - 1], *name))
    return None


def _goes_on(text: str, name: str) -> bool:
    """Whether a letterhead has exactly one more capitalised word: 'xã Vĩnh Thịnh Đông' is another commune."""
    rest = clean(text)[fold(text).rfind(fold(name)) + len(name) :].strip()
    return is_letterhead(text) and rest.isalpha() and rest[:1].isupper()


def _known_in(text: str, catalogue: Catalogue) -> str | None:
    """The commune of the catalogue that a text names: with its marks if any is written so, else without."""
    for form in (_marked, fold):
        found = {
            entry.commune.commune: name
            for entry in catalogue.communes
            if (name := form(entry.commune.name_vi)) and _names(form(text), name)
        }
        if found:
            return max(found, key=lambda commune: len(found[commune]))
    return None


def _known_bare(text: str, catalogue: Catalogue) -> str | None:
    """The commune that a sheet is called after, without its kind: 'Vĩnh Phong', 'V. Phong' being none."""
    said = " ".join(re.findall(r"[^\W\d_]+", fold(text)))
    return next(
        (
            entry.commune.commune
            for entry in catalogue.communes
            if said and said == _KIND.sub("", fold(entry.commune.name_vi))
        ),
        None,
    )


def _marked(text: str) -> str:
    return clean(text).lower()


def _names(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
