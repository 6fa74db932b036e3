"""An Office Open XML file as its parts. They are edited where something is put in, byte by byte, and otherwise kept:
formats, charts, pictures and macros stay as they were.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

LARGEST_UNPACKED = 60_000_000
"""Bytes beyond which a file is not edited within seconds."""

_KINDS = {
    "spreadsheetml.sheet.main": ".xlsx",
    "sheet.macroenabled.main": ".xlsm",
    "spreadsheetml.template.main": ".xltx",
    "template.macroenabled.main": ".xltm",
}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = dict[str, str]


class Unfit(Exception):
    """The file cannot be edited: of another kind, or unlike what the kind asks for."""


class Package:
    """Parts by name, in the file's order. Raises Unfit for what is no workbook of this kind."""

    def __init__(self, content: bytes) -> None:
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
                    raise Unfit
                self.parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
            raise Unfit from error
        types = self.parts.get(_TYPES, b"").lower()
        suffixes = [suffix for kind, suffix in _KINDS.items() if kind.encode() in types]
        if not suffixes:
            raise Unfit
        self.suffix = suffixes[-1]

    def saved(self) -> bytes:
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return file.getvalue()

    def sheet_parts(self) -> dict[str, str]:
        """Sheet's name → its part, the name composed as the reader composes it."""
        book = next((part for kind, part in self.related("").values() if kind == "officeDocument"), None)
        if book is None:
            raise Unfit
        related, found = self.related(book), dict[str, str]()

        def start(name: str, attributes: Attributes, _: int) -> None:
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if local(name) == "sheet" and identifier in related:
                found[unicodedata.normalize("NFC", attributes.get("name", ""))] = related[identifier][1]

        self.scan(book, start)
        return found

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part names in its relations: identifier → (the end of its type, part)."""
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: Attributes, _: int) -> None:
            if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), attributes.get("Target", ""))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))

        if _relations_of(part) in self.parts:
            self.scan(_relations_of(part), start)
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Names `target` in the part's relations; the new identifier."""
        relations = _relations_of(part)
        self.parts.setdefault(relations, f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode())
        identifier, number = "rIdNote", 1
        while identifier in self.related(part):
            identifier, number = f"rIdNote{number}", number + 1
        entry = f'<Relationship xmlns="{_RELATIONS}" Id="{identifier}" Type={quoteattr(kind)} Target="/{target}"/>'
        self.insert(relations, self.end_of(relations), entry)
        return identifier

    def add(self, name: str, suffix: str, content: str, content_type: str) -> str:
        """A new part of that kind; its name, with a number that is free."""
        taken, number = {part.casefold() for part in self.parts}, 1
        while f"{name}{number}{suffix}".casefold() in taken:
            number += 1
        part = f"{name}{number}{suffix}"
        self.parts[part] = content.encode()
        namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
        entry = f'<Override xmlns="{namespace}" PartName="/{part}" ContentType="{content_type}"/>'
        self.insert(_TYPES, self.end_of(_TYPES), entry)
        return part

    def insert(self, part: str, place: int, text: str) -> None:
        content = self.parts[part]
        self.parts[part] = content[:place] + text.encode("ascii", "xmlcharrefreplace") + content[place:]

    def end_of(self, part: str) -> int:
        """Where the last element's end tag stands. Raises Unfit where it has none."""
        place = self.parts[part].rfind(b"</")
        if place < 0:
            raise Unfit
        return place

    def scan(
        self, part: str, start: Callable[[str, Attributes, int], None], end: Callable[[str, int], None] | None = None
    ) -> None:
        """Calls back with every element's name, as it is written, and the byte where its tag stands."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda name, attributes: start(name, attributes, parser.CurrentByteIndex)
        if end is not None:
            parser.EndElementHandler = lambda name: end(name, parser.CurrentByteIndex)
        parser.StartDoctypeDeclHandler = _refuse
        content = self.parts.get(part)
        if content is None or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise Unfit
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise Unfit from error


def xml_text(text: str) -> str:
    """A text as XML holds it: escaped, without the letters that may not stand in it."""
    return escape(_NOT_IN_XML.sub("", text))


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2]


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _refuse(*_: object) -> None:
    raise Unfit
