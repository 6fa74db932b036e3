"""Word's fields: the page's number is set anew, of every other the result that Word keeps is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from indicators.reports.typesetting.styles import local

_SET = {"PAGE": "page", "NUMPAGES": "pages"}


@dataclass
class Fields:
    """The fields open at a place of a paragraph: their instructions, and whether their result has begun."""

    _open: list[list[Any]] = field(default_factory=list)

    @property
    def hides(self) -> bool:
        """Whether what stands here is the old result of a field that is set anew."""
        return any(in_result and _kind(instruction) for instruction, in_result in self._open)

    def meet(self, mark: etree._Element) -> list[dict[str, str]]:
        """Takes a field's mark or instruction; the inline to be set where a page's number ends."""
        if local(mark) == "instrText":
            if self._open:
                self._open[-1][0] += mark.text or ""
            return []
        kind = mark.get(qn("w:fldCharType"))
        if kind == "begin":
            self._open.append(["", False])
        elif kind == "separate" and self._open:
            self._open[-1][1] = True
        elif kind == "end" and self._open:
            ended = _kind(self._open.pop()[0])
            return [{"kind": ended}] if ended else []
        return []

    def simple(self, element: etree._Element) -> list[dict[str, Any]]:
        """The inline of a field written in one element; none where its kept result is to be shown."""
        kind = _kind(element.get(qn("w:instr"), ""))
        return [{"kind": kind, **_PLAIN}] if kind else []


#: A field in one element has its look from the page's number's paragraph alone.
_PLAIN = {"size": 13.0, "bold": False, "italic": False, "underline": False, "strike": False, "script": "baseline"}
_PLAIN |= {"colour": "000000"}


def _kind(instruction: str) -> str:
    words = instruction.split()
    return _SET.get(words[0].upper(), "") if words else ""
