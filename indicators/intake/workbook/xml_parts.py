"""The parts of a zipped workbook, read as a stream of events: parsed while they are unpacked, so that a part's size
never stands in memory. No part of any kind may declare a DOCTYPE, so that no entity is ever expanded by anyone.
"""

import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from indicators.intake.workbook.container import open_container, part_name
from indicators.intake.workbook.raw import Refused
from indicators.limits import Limits

_CHUNK, _FIRST_CHUNK = 65_536, 2_048
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # what may stand before the first '<', in UTF-8 and in UTF-16

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Archive:
    """A zip whose parts are found by name whatever the case and the slash, opened only when it is harmless."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self.limits = limits
        self._zip = open_container(content, limits)
        self._entries = {part_name(entry.filename): entry for entry in self._zip.infolist() if not entry.is_dir()}
        for part in self._entries:
            self._refuse_doctype_in(part)

    def __contains__(self, part: str) -> bool:
        return part_name(part) in self._entries

    def parse(self, part: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Calls back with each element's name and attributes, both without their namespace prefix."""
        self._feed(_parser(start, end, text), part)

    def read_start(self, part: str, size: int) -> bytes:
        """The first bytes of a part; none where there is no such part."""
        if part not in self:
            return b""
        try:
            with self._zip.open(self._entries[part_name(part)]) as stream:
                return stream.read(size)
        except _UNREADABLE as error:
            raise Refused("damaged_workbook", "zip") from error

    def _feed(self, parser: expat.XMLParserType, part: str) -> None:
        """Raises Refused for a part that is not there or no XML, and for a single tag of a bomb's size, which the
        parser would go through again with each chunk."""
        entry = self._entries.get(part_name(part))
        if entry is None:
            raise Refused("damaged_workbook", "part_missing")
        fed = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
                    fed += len(chunk)
                    if fed - parser.CurrentByteIndex > self.limits.small_part_bytes:
                        raise Refused("unsafe_workbook", "long_tag")
                parser.Parse(b"", True)
        except _UNREADABLE as error:
            raise Refused("damaged_workbook", "zip") from error

    def _refuse_doctype_in(self, part: str) -> None:
        """Looks at a part up to its first element, which is as far as a DOCTYPE can stand."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = _stop
        fed = 0
        try:
            with self._zip.open(self._entries[part]) as stream:
                chunk = stream.read(_FIRST_CHUNK)
                if not chunk.lstrip(_MARKS).startswith(b"<"):
                    return
                while chunk:
                    parser.Parse(chunk, False)
                    fed += len(chunk)
                    if fed > self.limits.small_part_bytes:
                        raise Refused("unsafe_workbook", "long_tag")
                    chunk = stream.read(_CHUNK)
        except (_RootReached, expat.ExpatError):
            return  # what is no XML expands nothing, and is refused when it is read
        except _UNREADABLE as error:
            raise Refused("damaged_workbook", "zip") from error


def parse_document(document: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """As `Archive.parse`, of a document in memory. Raises Refused."""
    try:
        _parser(start, end, text).Parse(document, True)
    except _UNREADABLE as error:
        raise Refused("damaged_workbook", "zip") from error


def _parser(start: Start, end: End | None, text: Text | None) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(
        name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attributes.items()}
    )
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


_UNREADABLE = (
    zipfile.BadZipFile,
    expat.ExpatError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    zlib.error,
)


class _RootReached(Exception):
    """The first element stands here: no DOCTYPE can follow."""


def _stop(*_: object) -> None:
    raise _RootReached


def _refuse_doctype(*_: object) -> None:
    raise Refused("unsafe_workbook", "doctype")
