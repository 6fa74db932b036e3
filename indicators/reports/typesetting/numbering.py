"""Paragraphs that Word numbers or marks by itself: 'a)', '1.2.', '•' (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from indicators.errors import NotTypeset
from indicators.reports.typesetting.styles import Look, look_of, number

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
)
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_BULLET = "•"
#: Where fonts of symbols keep their signs.
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass
class Numbering:
    """The lists of a document, counted as its paragraphs are read in order."""

    document: Document
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def level(self, look: Look) -> etree._Element | None:
        """The w:lvl of a paragraph that looks so; None where it belongs to no list."""
        listed = look.get("numPr/numId", {}).get("val", "0")
        if listed == "0" or (found := self._lists.get(listed)) is None:
            return None
        depth = look.get("numPr/ilvl", {}).get("val", "0")
        return next((level for level in found.findall(qn("w:lvl")) if level.get(qn("w:ilvl")) == depth), None)

    def marker(self, look: Look, level: etree._Element) -> str:
        """What stands before the paragraph; counts it. Raises NotTypeset for a way of counting that is not known."""
        listed, depth = self._counted_as(look["numPr/numId"]["val"]), int(level.get(qn("w:ilvl"), "0"))
        start = int(number(look_of(level), "start", "val", 1))
        for deeper in [key for key in self._counts if key[0] == listed and key[1] > depth]:
            del self._counts[deeper]
        self._counts[listed, depth] = self._counts.get((listed, depth), start - 1) + 1
        text = look_of(level).get("lvlText", {}).get("val", "")
        if _format(level) == "bullet":
            return _PRIVATE.sub(_BULLET, text)
        levels = {other.get(qn("w:ilvl")): other for other in level.getparent().findall(qn("w:lvl"))}
        return re.sub(r"%(\d)", lambda found: self._count(listed, levels[str(int(found[1]) - 1)]), text)

    def _count(self, listed: str, level: etree._Element) -> str:
        depth = int(level.get(qn("w:ilvl"), "0"))
        count = self._counts.get((listed, depth), int(number(look_of(level), "start", "val", 1)))
        return _written(count, _format(level))

    def _counted_as(self, listed: str) -> str:
        """Lists of one kind count on from each other, but one that says where it begins."""
        own = self._numbers[listed]
        begins = "lvlOverride/startOverride" in look_of(own)
        return f"list {listed}" if begins else f"kind {look_of(own)['abstractNumId']['val']}"

    @cached_property
    def _lists(self) -> dict[str, etree._Element]:
        """List → what says how it is counted."""
        kinds = {} if self._root is None else self._root.findall(qn("w:abstractNum"))
        known = {kind.get(qn("w:abstractNumId")): kind for kind in kinds}
        named = {listed: look_of(own).get("abstractNumId", {}).get("val") for listed, own in self._numbers.items()}
        return {listed: known[kind] for listed, kind in named.items() if kind in known}

    @cached_property
    def _numbers(self) -> dict[str, etree._Element]:
        numbers = [] if self._root is None else self._root.findall(qn("w:num"))
        return {own.get(qn("w:numId")): own for own in numbers}

    @cached_property
    def _root(self) -> etree._Element | None:
        parts = [
            relation.target_part
            for relation in self.document.part.rels.values()
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING
        ]
        return etree.fromstring(parts[0].blob) if parts else None


def _format(level: etree._Element) -> str:
    return look_of(level).get("numFmt", {}).get("val", "decimal")


def _written(count: int, style: str) -> str:
    match style:
        case "decimal":
            return str(count)
        case "decimalZero":
            return f"{count:02d}"
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters if style == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(count) if style == "lowerRoman" else _roman(count).upper()
        case "none":
            return ""
        case _:
            raise NotTypeset("numbering")


def _roman(count: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (count // value)
        count %= value
    return digits
