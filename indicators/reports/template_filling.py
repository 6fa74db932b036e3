"""A Word template filled in: the office's words and look, the product's fields (docs/mau-bao-cao.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import category, normalize
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from indicators.errors import TemplateInvalid
from indicators.reports.demonstration import mark_pages
from indicators.reports.embedded_font import embed_font
from indicators.reports.fixed_package import Properties, packed

__all__ = ["PictureField", "Properties", "fill_template", "printable"]

#: Of the words around what is wrong.
_MOST_LETTERS = 120
#: A whole tag, and what is left of one that is not: docxtpl would read on to the end of the next tag, over all between.
_TAG = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_PART_OF_TAG = re.compile(r"{{|}}|{%|%}|{#|#}")
#: What a file that is no Word document comes to, and what a tag can bring about, being a small program.
_NOT_WORD = (OpcError, BadZipFile, OSError, KeyError, ValueError)
_FAILURES = (*_NOT_WORD, TemplateError, etree.XMLSyntaxError, TypeError, AttributeError, ArithmeticError, RuntimeError)


@dataclass(frozen=True)
class PictureField:
    """A field that is a picture, as wide as it is to be printed."""

    png: bytes
    width_mm: float


def fill_template(
    template: Path,
    fields: Mapping[str, object],
    properties: Properties | None = None,
    *,
    is_demonstration: bool = False,
) -> bytes:
    """The Word document that `template` makes of `fields`: texts, numbers, truths, PictureField, and lists and mappings
    of them. The letters are carried along as a font; the same fields give the same bytes. `is_demonstration`: their
    figures are invented. Raises TemplateInvalid naming the template and what is wrong in it."""
    document = _StrictTemplate(BytesIO(_read(template)))
    try:
        document.init_docx()
        _check_tags(document, template)
        if is_demonstration:  # before the headers are filled in: docxtpl then holds them as bytes
            mark_pages(document.docx)
        document.render({name: _prepared(value, document) for name, value in fields.items()}, _environment())
    except _FAILURES as error:
        raise TemplateInvalid(template, *_trouble(error)) from error
    embed_font(document.docx)
    return packed(document.docx, properties or Properties())


class _StrictTemplate(DocxTemplate):
    """docxtpl repairs broken XML by leaving parts out; here a tag in a wrong place is an error instead."""

    def fix_tables(self, xml: str) -> Any:
        etree.fromstring(xml)
        return super().fix_tables(xml)


def _check_tags(document: DocxTemplate, template: Path) -> None:
    """Every tag begins and ends in one paragraph, of headers and footers too. Raises TemplateInvalid."""
    for part in document.docx.part.package.iter_parts():
        for paragraph in getattr(part, "element", etree.Element("none")).iter(qn("w:p")):
            text = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
            if _PART_OF_TAG.search(_TAG.sub("", text)):
                raise TemplateInvalid(template, "broken_tag", text.strip()[:_MOST_LETTERS])


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise TemplateInvalid(template, "missing", "") from error


def _prepared(value: object, document: DocxTemplate) -> object:
    """The value as the template may print it: pictures belong to the document, texts hold letters only."""
    match value:
        case PictureField():
            return InlineImage(document, BytesIO(value.png), width=Mm(value.width_mm))
        case str():
            return printable(value)
        case Mapping():
            return {name: _prepared(part, document) for name, part in value.items()}
        case list() | tuple():
            return [_prepared(part, document) for part in value]
        case _:
            return value


def printable(text: str) -> str:
    """`text` in composed letters, line ends kept and every other control character a space: Word's XML has none."""
    composed = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(letter if letter == "\n" or category(letter)[0] != "C" else " " for letter in composed)


def _trouble(error: Exception) -> tuple[str, str]:
    """The code of what is wrong with a template, and where: a field's name, or the words around it."""
    match error:
        case UndefinedError():
            return "unknown_field", _last_quoted(str(error))
        case TemplateSyntaxError() if "No filter" in str(error) or "No test" in str(error):
            return "unknown_field", _last_quoted(str(error))
        case TemplateError():
            return "broken_tag", _around(error)
        case etree.XMLSyntaxError():
            return "tag_in_wrong_place", ""
        case _ if isinstance(error, _NOT_WORD):
            return "not_word", ""
        case _:
            return "broken_tag", str(error)


def _last_quoted(message: str) -> str:
    quoted: list[str] = re.findall(r"'([^']+)'", message)
    return quoted[-1] if quoted else message


def _around(error: TemplateError) -> str:
    """The words of the template where its tag is broken: docxtpl keeps those from three lines above."""
    line = getattr(error, "lineno", None)
    lines = list(getattr(error, "docx_context", ()))
    place = line - 1 - max(line - 4, 0) if line else 0
    found = lines[place].strip() if place < len(lines) else ""
    return (found or str(error.message))[:_MOST_LETTERS]
