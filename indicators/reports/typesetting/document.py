"""A whole Word document as its sections: pages of one size, with their headers, footers and blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from indicators.errors import NotTypeset
from indicators.reports.typesetting.numbering import Numbering
from indicators.reports.typesetting.paragraphs import TWIP, Reading, paragraph
from indicators.reports.typesetting.styles import Look, Styles, is_on, local, look_of, number
from indicators.reports.typesetting.tables import table

_PASSED = {"sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "tcPr", "commentRangeStart", "commentRangeEnd", ""}
_OPENED = {"sdt", "sdtContent", "ins", "moveTo"}
_SKIPPED = {"sdtPr", "sdtEndPr", "permStart", "permEnd"}
_NUMERALS = {"lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A"}


@dataclass(frozen=True)
class Sheets:
    """`data`: what document.typ sets; `pictures`: file name → bytes."""

    data: dict[str, Any]
    pictures: dict[str, bytes]


def sheets_of(word: bytes) -> Sheets:
    """Everything that is printed of the document. Raises NotTypeset."""
    document = docx.Document(BytesIO(word))
    if document.settings.odd_and_even_pages_header_footer:
        raise NotTypeset("even_headers")
    reading = Reading(document.part, Styles(document), Numbering(document))
    sections = _on_pages(_sections(document, reading))
    said = document.core_properties
    return Sheets({"title": said.title, "author": said.author, "sections": sections}, reading.pictures)


def blocks(element: etree._Element, reading: Reading) -> list[dict[str, Any]]:
    """The paragraphs and tables of a body, a cell, a header or a content control, in order."""
    return [block for child in element for block in _blocks_of(child, reading)]


def _blocks_of(child: etree._Element, reading: Reading) -> list[dict[str, Any]]:
    match local(child):
        case "p":
            return [paragraph(child, reading)]
        case "tbl":
            return [table(child, reading, blocks)]
        case name if name in _OPENED:
            return blocks(child, reading)
        case name if name in _PASSED | _SKIPPED:
            return []
        case name:
            raise NotTypeset(name)


def _sections(document: Document, reading: Reading) -> Iterator[dict[str, Any]]:
    """A section ends with the paragraph that describes it, the last with the document."""
    held: list[dict[str, Any]] = []
    inherited: dict[str, list[dict[str, Any]]] = {}
    for child in document.element.body:
        held += _blocks_of(child, reading)
        described = child if local(child) == "sectPr" else child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if described is not None:
            inherited = inherited | dict(_around(described, document, reading))
            yield _page(look_of(described)) | inherited | {"blocks": _without_last_empty(held)}
            held = []


def _on_pages(sections: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """A section that goes on upon the page of the one before it is a part of that one."""
    result: list[dict[str, Any]] = []
    for section in sections:
        if result and section["goes_on"] and all(section[side] == result[-1][side] for side in ("width", "height")):
            result[-1]["blocks"] += section["blocks"]
        else:
            result.append(section)
    return result


def _without_last_empty(held: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The empty paragraph that only ends a section, or only closes a table, makes no page of its own."""
    is_empty = bool(held) and held[-1]["kind"] == "paragraph" and not held[-1]["inlines"] and not held[-1]["borders"]
    return held[:-1] if is_empty else held


def _page(look: Look) -> dict[str, Any]:
    if number(look, "cols", "num", 1) > 1:
        raise NotTypeset("columns")
    return {
        "width": number(look, "pgSz", "w", 11906) * TWIP,
        "height": number(look, "pgSz", "h", 16838) * TWIP,
        "margins": {side: abs(number(look, "pgMar", side, 1134)) * TWIP for side in ("top", "bottom", "left", "right")},
        "header_from_top": number(look, "pgMar", "header", 567) * TWIP,
        "footer_from_bottom": number(look, "pgMar", "footer", 567) * TWIP,
        "first_is_other": is_on(look, "titlePg"),
        "goes_on": look.get("type", {}).get("val") == "continuous",
        "starts_at": int(number(look, "pgNumType", "start", -1)),
        "numerals": _NUMERALS.get(look.get("pgNumType", {}).get("fmt", ""), "1"),
    }


def _around(described: etree._Element, document: Document, reading: Reading) -> Iterator[tuple[str, Any]]:
    """The section's own headers and footers: 'header_default', 'header_first', 'footer_default' …"""
    for child in described:
        if local(child) in {"headerReference", "footerReference"}:
            part = document.part.related_parts[child.get(qn("r:id"))]
            name = f"{local(child)[:6]}_{child.get(qn('w:type'), 'default')}"
            yield name, blocks(part.element, reading.of(part))
