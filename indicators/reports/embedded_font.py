"""The letters of a Word document inside it: Liberation Serif carried under the name Times New Roman, so that a machine
without that font shows every Vietnamese letter in one face (ECMA-376 part 1, 17.8.1: embedded, obfuscated fonts)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from indicators.settings import ROOT

FONTS = ROOT / "data" / "fonts"
#: As Word calls it in its styles.
NAME = "Times New Roman"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OBFUSCATED_BYTES = 32
#: What the schema puts before it.
_SETTINGS_BEFORE = (
    "writeProtection",
    "view",
    "zoom",
    "removePersonalInformation",
    "removeDateAndTime",
    "doNotDisplayPageBoundaries",
    "displayBackgroundShape",
    "printPostScriptOverText",
    "printFractionalCharacterWidth",
    "printFormsData",
)


def embed_font(document: Document) -> None:
    """Adds the four faces to `document` under the name its styles use; an entry of that name is replaced."""
    table = _font_table(document)
    fonts = etree.fromstring(table.blob)
    for entry in fonts.findall(qn("w:font")):
        if entry.get(qn("w:name")) == NAME:
            fonts.remove(entry)
    fonts.append(_entry(document, table))
    table._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    _ask_word_to_keep(document)


def _font_table(document: Document) -> Part:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            known: Part = relation.target_part
            return known
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    empty = etree.tostring(OxmlElement("w:fonts"))
    table = Part(PackURI("/word/fontTable.xml"), kind, empty, document.part.package)
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    return table


def _entry(document: Document, table: Part) -> etree._Element:
    """The font's entry: what it looks like, then its faces in the order the schema asks for."""
    entry = OxmlElement("w:font", {qn("w:name"): NAME})
    for tag, value in (
        ("panose1", "02020603050405020304"),
        ("charset", "00"),
        ("family", "roman"),
        ("pitch", "variable"),
    ):
        entry.append(OxmlElement(f"w:{tag}", {qn("w:val"): value}))
    for number, face in enumerate(FACES, start=1):
        key, letters = _obfuscated(FONTS / f"LiberationSerif-{face}.ttf")
        name = PackURI(f"/word/fonts/tnr{number}.odttf")
        relation = table.relate_to(Part(name, _OBFUSCATED, letters, document.part.package), _FONT)
        entry.append(OxmlElement(f"w:embed{face}", {qn("r:id"): relation, qn("w:fontKey"): key}))
    return entry


@cache
def _obfuscated(file: Path) -> tuple[str, bytes]:
    """The font's key and its bytes with the first 32 changed by it, last byte of the key first."""
    identity = uuid5(NAMESPACE_URL, file.name)
    key = identity.bytes[::-1]
    letters = file.read_bytes()
    start = bytes(byte ^ key[place % len(key)] for place, byte in enumerate(letters[:_OBFUSCATED_BYTES]))
    return f"{{{identity}}}".upper(), start + letters[_OBFUSCATED_BYTES:]


def _ask_word_to_keep(document: Document) -> None:
    """Word writes embedded fonts back only where the settings say so; the schema wants it near the beginning."""
    settings = document.settings.element
    if settings.find(qn("w:embedTrueTypeFonts")) is None:
        before = [child for child in settings if child.tag in {qn(f"w:{name}") for name in _SETTINGS_BEFORE}]
        settings.insert(len(before), OxmlElement("w:embedTrueTypeFonts"))
