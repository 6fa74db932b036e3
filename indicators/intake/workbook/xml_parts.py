"""Parts of a zipped workbook: what is refused before anything is unpacked, and reading one part as a stream of events.

A part is parsed while it is unpacked, so that a part's size never stands in memory; a DOCTYPE is refused where it
stands, so that no entity is ever expanded.
"""

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from indicators.intake.workbook.raw import Refused

MOST_PARTS = 2_000
LARGEST_TOTAL = 150_000_000
LARGEST_RATIO = 250
SMALL_PART = 1_000_000  # a short sheet of empty rows packs as tightly as a bomb, and harms nobody

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Archive:
    """A zip whose parts are found by name whatever the case and the slash, opened only when it is harmless."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            raise Refused("damaged_workbook") from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        self._entries = {_part_name(entry.filename): entry for entry in entries}
        if len(self._entries) != len(entries):
            raise Refused("unsafe_workbook")
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise Refused("encrypted")
        if len(entries) > MOST_PARTS or any(map(_is_bomb, entries)):
            raise Refused("unsafe_workbook")
        if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
            raise Refused("too_large")

    def __contains__(self, part: str) -> bool:
        return _part_name(part) in self._entries

    def parse(self, part: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Calls back with each element's name and attributes, both without their namespace prefix."""
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
        self._feed(parser, part)

    def read_start(self, part: str, size: int) -> bytes:
        """The first bytes of a part; none where there is no such part."""
        if part not in self:
            return b""
        try:
            with self._zip.open(self._entries[_part_name(part)]) as stream:
                return stream.read(size)
        except _UNREADABLE as error:
            raise Refused("damaged_workbook") from error

    def _feed(self, parser: expat.XMLParserType, part: str) -> None:
        entry = self._entries.get(_part_name(part))
        if entry is None:
            raise Refused("damaged_workbook")
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(65_536):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except _UNREADABLE as error:
            raise Refused("damaged_workbook") from error


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


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL_PART and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1)


def _refuse_doctype(*_: object) -> None:
    raise Refused("unsafe_workbook")
