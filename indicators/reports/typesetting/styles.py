"""What a paragraph, a run or a table looks like when its styles and its own settings are taken together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

#: Property → its attributes, by their names in the schema (ECMA-376 part 1, 17.3); 'pBdr/top' where they are nested.
Look = dict[str, dict[str, str]]

_ALTERNATIVES = {"firstLine": "hanging", "hanging": "firstLine"}
_OFF = {"0", "false", "off", "none"}


def local(element: etree._Element) -> str:
    """'p' of '{…/main}p'; '' of a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def look_of(element: etree._Element | None) -> Look:
    """What a w:pPr, w:rPr, w:tblPr or w:tcPr says by itself."""
    return {} if element is None else dict(_said(element))


def merged(*looks: Look) -> Look:
    """The looks over one another, the last on top, attribute by attribute."""
    result: Look = {}
    for look in looks:
        for name, given in look.items():
            below = {key: value for key, value in result.get(name, {}).items() if _ALTERNATIVES.get(key) not in given}
            result[name] = below | given
    return result


def is_on(look: Look, name: str) -> bool:
    """A property that is there or not: bold, kept with the next …"""
    return name in look and look[name].get("val", "1") not in _OFF


def number(look: Look, name: str, attribute: str, default: float = 0.0) -> float:
    """An attribute as a number; the default where it is absent or none."""
    try:
        return float(look.get(name, {}).get(attribute, default))
    except ValueError:
        return default


@dataclass
class Styles:
    """The document's styles; a style's look is that of the one it is based on, under its own."""

    document: Document
    _known: dict[str, tuple[Look, Look, Look]] = field(default_factory=dict)

    def paragraph(self, own: etree._Element | None, listed: Look | None = None) -> Look:
        """`listed`: what the list asks for that the paragraph belongs to."""
        return merged(self._default("pPr"), self._style(self.style_of(own, "paragraph"))[0], listed or {}, look_of(own))

    def run(self, paragraph: etree._Element | None, own: etree._Element | None) -> Look:
        of_paragraph = self._style(self.style_of(paragraph, "paragraph"))[1]
        of_letters = self._style(look_of(own).get("rStyle", {}).get("val", ""))[1]
        return merged(self._default("rPr"), of_paragraph, of_letters, look_of(own))

    def table(self, own: etree._Element | None) -> Look:
        return merged(self._style(self.style_of(own, "table"))[2], look_of(own))

    def style_of(self, own: etree._Element | None, kind: str) -> str:
        """The id of the style that is named, else of the default one."""
        named = look_of(own).get({"paragraph": "pStyle", "table": "tblStyle"}[kind], {}).get("val")
        return named or next((style.get(qn("w:styleId"), "") for style in self._all(kind) if _is_default(style)), "")

    def _all(self, kind: str) -> Iterator[etree._Element]:
        styles = self.document.styles.element.findall(qn("w:style"))
        return (style for style in styles if style.get(qn("w:type")) == kind)

    def _default(self, name: str) -> Look:
        path = f"{qn('w:docDefaults')}/{qn(f'w:{name}Default')}/{qn(f'w:{name}')}"
        return look_of(self.document.styles.element.find(path))

    def _style(self, identity: str) -> tuple[Look, Look, Look]:
        """What a style says of paragraphs, of letters and of tables."""
        if identity not in self._known:
            self._known[identity] = ({}, {}, {})  # a style based on itself ends here
            self._known[identity] = self._read(identity)
        return self._known[identity]

    def _read(self, identity: str) -> tuple[Look, Look, Look]:
        for style in self.document.styles.element.findall(qn("w:style")):
            if identity and style.get(qn("w:styleId")) == identity:
                base = self._style(look_of(style).get("basedOn", {}).get("val", ""))
                own = [look_of(style.find(qn(f"w:{name}"))) for name in ("pPr", "rPr", "tblPr")]
                return (merged(base[0], own[0]), merged(base[1], own[1]), merged(base[2], own[2]))
        return ({}, {}, {})


def _is_default(style: etree._Element) -> bool:
    return style.get(qn("w:default")) in {"1", "true", "on"}


def _said(element: etree._Element) -> Iterator[tuple[str, dict[str, str]]]:
    for child in element:
        if len(child):
            yield from ((f"{local(child)}/{local(inner)}", _attributes(inner)) for inner in child)
        else:
            yield local(child), _attributes(child)


def _attributes(element: etree._Element) -> dict[str, str]:
    """A property without any is simply on."""
    return {etree.QName(name).localname: value for name, value in element.attrib.items()} or {"val": "1"}
