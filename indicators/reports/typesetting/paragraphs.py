"""A paragraph of a Word document: how it stands, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from indicators.errors import NotTypeset
from indicators.pictures.typeface import has_glyph
from indicators.reports.typesetting.borders import stroke
from indicators.reports.typesetting.fields import Fields
from indicators.reports.typesetting.numbering import Numbering
from indicators.reports.typesetting.styles import Look, Styles, is_on, local, look_of, merged, number

#: A unit of the schema in points.
TWIP = 1 / 20
_HALF_POINT = 1 / 2
_EMU = 1 / 12700
_SIDES = ("top", "bottom", "left", "right")
_ALIGN = {"both": "justify", "distribute": "justify", "center": "center", "right": "right", "end": "right"}
_PASSED = {"pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart"}
_PASSED |= {"commentRangeEnd", "commentReference", "annotationRef", "permStart", "permEnd", "del", "moveFrom", ""}
_PASSED |= {"sdtPr", "sdtEndPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
_OPENED = {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent"}
_SYMBOLS = ("symbol", "wingdings", "webdings")
_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}
#: What a letter is shown as that the font does not have.
_BOX = "\u25a1"
_LONG_WORD = re.compile(r"\S{40}(?=\S)")


@dataclass
class Reading:
    """What is read from: the part (a header has pictures of its own), its styles; `pictures`: file name → bytes."""

    part: Part
    styles: Styles
    numbering: Numbering
    pictures: dict[str, bytes] = field(default_factory=dict)

    def of(self, part: Part) -> Reading:
        return Reading(part, self.styles, self.numbering, self.pictures)


def paragraph(element: etree._Element, reading: Reading) -> dict[str, Any]:
    """The paragraph as data for document.typ, lengths in points. Raises NotTypeset."""
    own = element.find(qn("w:pPr"))
    look = reading.styles.paragraph(own)
    mark = reading.styles.run(own, None if own is None else own.find(qn("w:rPr")))
    level = reading.numbering.level(look)
    if level is not None:
        look = reading.styles.paragraph(own, look_of(level.find(qn("w:pPr"))))
    return _standing(look) | {
        "kind": "paragraph",
        "size": number(mark, "sz", "val", 20) * _HALF_POINT,
        "marker": None if level is None else _marker(look, level, mark, reading),
        "inlines": _joined(_inlines(element, own, look, reading)),
    }


def _marker(look: Look, level: etree._Element, mark: Look, reading: Reading) -> dict[str, Any]:
    """What Word writes before the paragraph, looking as the paragraph's end does; its room is the hanging indent."""
    letters = merged(mark, look_of(level.find(qn("w:rPr"))))
    letters.pop("rFonts", None)
    text = _shown(reading.numbering.marker(look, level), letters)
    return _type(letters) | {"text": text, "width": number(look, "ind", "hanging") * TWIP}


def _standing(look: Look) -> dict[str, Any]:
    line = number(look, "spacing", "line", 240)
    is_share = look.get("spacing", {}).get("lineRule", "auto") == "auto"
    return {
        "align": _ALIGN.get(look.get("jc", {}).get("val", "left"), "left"),
        "left": number(look, "ind", "left", number(look, "ind", "start")) * TWIP,
        "right": number(look, "ind", "right", number(look, "ind", "end")) * TWIP,
        "first": (number(look, "ind", "firstLine") - number(look, "ind", "hanging")) * TWIP,
        "before": number(look, "spacing", "before") * TWIP,
        "after": number(look, "spacing", "after") * TWIP,
        "line_share": line / 240 if is_share else None,
        "line": None if is_share else line * TWIP,
        "keep_with_next": is_on(look, "keepNext"),
        "keep_together": is_on(look, "keepLines"),
        "new_page": is_on(look, "pageBreakBefore"),
        "borders": {side: drawn for side in _SIDES if (drawn := stroke(look.get(f"pBdr/{side}")))},
    }


def _inlines(
    element: etree._Element, own: etree._Element | None, look: Look, reading: Reading
) -> Iterator[dict[str, Any]]:
    """What stands in the paragraph, in order; a field's result is left out where the field itself is set."""
    fields = Fields()
    for child in _opened(element):
        name = local(child)
        if name == "fldSimple":
            yield from fields.simple(child) or _inlines(child, own, look, reading)
        elif name == "r":
            letters = reading.styles.run(own, child.find(qn("w:rPr")))
            for inline in _of_run(child, letters, look, fields, reading):
                if not fields.hides:
                    yield inline
        elif name not in _PASSED:
            raise NotTypeset(name)


def _opened(element: etree._Element) -> Iterator[etree._Element]:
    """The runs and fields of a paragraph, those within links, insertions and content controls too."""
    for child in element:
        if local(child) in _OPENED:
            yield from _opened(child)
        else:
            yield child


def _of_run(
    run: etree._Element, letters: Look, paragraph_look: Look, fields: Fields, reading: Reading
) -> Iterator[dict[str, Any]]:
    if is_on(letters, "vanish"):
        return
    how = _type(letters)
    for child in run:
        match local(child):
            case "fldChar" | "instrText":
                yield from ({**how, **inline} for inline in fields.meet(child))
            case "drawing":
                yield _picture(child, reading)
            case "tab" if any(name.startswith("tabs/") for name in paragraph_look):
                raise NotTypeset("tab")
            case name if name not in _PASSED:
                yield _of_letters(child, name, letters, how)


def _of_letters(child: etree._Element, name: str, letters: Look, how: dict[str, Any]) -> dict[str, Any]:
    match name:
        case "t":
            return how | {"kind": "text", "text": _shown(child.text or "", letters)}
        case "noBreakHyphen":
            return how | {"kind": "text", "text": "\u2011"}
        case "softHyphen":
            return how | {"kind": "text", "text": "\u00ad"}
        case "tab":
            return {"kind": "tab"}
        case "br" | "cr":
            return {"kind": "new_page" if child.get(qn("w:type")) == "page" else "new_line"}
        case _:
            raise NotTypeset(name)


def _type(letters: Look) -> dict[str, Any]:
    colour = letters.get("color", {}).get("val", "auto")
    return {
        "size": number(letters, "sz", "val", 20) * _HALF_POINT,
        "bold": is_on(letters, "b"),
        "italic": is_on(letters, "i"),
        "underline": is_on(letters, "u"),
        "strike": is_on(letters, "strike"),
        "script": letters.get("vertAlign", {}).get("val", "baseline"),
        "colour": "000000" if colour == "auto" else colour,
    }


def _shown(text: str, letters: Look) -> str:
    """The text in capitals where it is printed so, a box for every letter the font lacks; a word that no line holds
    may be broken, as Word does."""
    if letters.get("rFonts", {}).get("ascii", "").casefold().startswith(_SYMBOLS):
        raise NotTypeset("symbols")
    capitals = is_on(letters, "caps") or is_on(letters, "smallCaps")
    shown = (letter if has_glyph(letter) else _BOX for letter in (text.upper() if capitals else text))
    return _LONG_WORD.sub("\\g<0>\u200b", "".join(shown))


def _picture(drawing: etree._Element, reading: Reading) -> dict[str, Any]:
    blip = drawing.find(f".//{qn('a:blip')}")
    inline = drawing.find(qn("wp:inline"))
    if blip is None or inline is None:
        raise NotTypeset("drawing" if blip is None else "anchor")
    image = reading.part.related_parts.get(blip.get(qn("r:embed")))
    if image is None or image.content_type not in _PICTURES:
        raise NotTypeset("picture_format")
    name = f"{str(image.partname).rpartition('/')[2].rpartition('.')[0]}.{_PICTURES[image.content_type]}"
    reading.pictures[name] = image.blob
    extent = inline.find(qn("wp:extent"))
    size = {side: int(extent.get(of)) * _EMU for side, of in (("width", "cx"), ("height", "cy"))}
    return {"kind": "picture", "file": name, **size}


def _joined(inlines: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """Texts that look alike as one: a word cut in two by Word's editor is broken and shaped as one again."""
    result: list[dict[str, Any]] = []
    for inline in inlines:
        last = result[-1] if result else {}
        if inline["kind"] == "text" == last.get("kind") and {**last, "text": ""} == {**inline, "text": ""}:
            last["text"] += inline["text"]
        else:
            result.append(dict(inline))
    return result
