"""The cells of a .xlsx, read with the standard library alone: no entity is ever taken from the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import TypeAlias
from xml.parsers import expat

from indicators.verification.packages import BROKEN, member

_MOST_BYTES = 300_000_000
_WORKBOOK, _RELATIONS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"

#: Cell's address → its kind ('n', 'b', 'str', 'd', 'e') and text.
Cells: TypeAlias = dict[str, tuple[str, str]]

UNREADABLE = (*BROKEN, KeyError, expat.ExpatError, IndexError, MemoryError)


def cells_by_sheet(content: bytes) -> Iterator[tuple[str, Cells]]:
    """Each sheet's name with its cells. Raises one of UNREADABLE for what is no workbook or not to be trusted."""
    strings = _shared_strings(content)
    targets = dict(_elements(content, _RELATIONS, "Relationship", ("Id", "Target")))
    for name, relation in _elements(content, _WORKBOOK, "sheet", ("name", "r:id")):
        target = targets[relation]
        path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        yield name, _cells(content, path, strings)


def _elements(content: bytes, path: str, element: str, names: tuple[str, str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == element:
            found.append((attributes[names[0]], attributes[names[1]]))

    _parse(member(content, path, _MOST_BYTES), start)
    return found


@dataclass
class _Reader:
    """What a sheet or the shared strings say, event by event."""

    strings: list[str] = field(default_factory=list)
    cells: Cells = field(default_factory=dict)
    shared: list[str] = field(default_factory=list)
    address: str = ""
    kind: str = "n"
    text: list[str] = field(default_factory=list)
    is_text: bool = False
    phonetic: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local in ("c", "si"):
            self.address, self.kind, self.text = attributes.get("r", ""), attributes.get("t", "n"), []
        self.phonetic += local == "rPh"
        self.is_text = local in ("v", "t") and not self.phonetic

    def data(self, said: str) -> None:
        if self.is_text:
            self.text.append(said)

    def end(self, name: str) -> None:
        local = _local(name)
        self.is_text = False
        self.phonetic -= local == "rPh"
        if local == "si":
            self.shared.append("".join(self.text))
        elif local == "c" and self.text:
            self.cells[self.address] = self._value()

    def _value(self) -> tuple[str, str]:
        said = "".join(self.text)
        if self.kind == "s":
            return "str", self.strings[int(said)]
        return ("str", _unescaped(said)) if self.kind in ("inlineStr", "str") else (self.kind, said)


def _cells(content: bytes, path: str, strings: list[str]) -> Cells:
    reader = _Reader(strings)
    _parse(member(content, path, _MOST_BYTES), reader.start, reader.end, reader.data)
    return reader.cells


def _shared_strings(content: bytes) -> list[str]:
    reader = _Reader()
    try:
        found = member(content, _STRINGS, _MOST_BYTES)
    except KeyError:
        return []
    _parse(found, reader.start, reader.end, reader.data)
    return [_unescaped(text) for text in reader.shared]


def _parse(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    data: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.Parse(content, True)


def _refuse_doctype(*_: object) -> None:
    raise ValueError("DOCTYPE")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _unescaped(text: str) -> str:
    """'_x000D_' is how a workbook says a letter that XML has not."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
