"""A Word file whose bytes follow from what it holds: no clock in its archive, its properties from the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

#: The earliest an archive can say; a file's own moment stands in its properties.
_ARCHIVE_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Properties:
    """What a file says of itself. `created`: UTC, the moment its figures are of."""

    title: str = ""
    author: str = ""
    created: datetime = datetime(2021, 1, 1)


def packed(document: Document, properties: Properties) -> bytes:
    """The document as a .docx file: the same document and properties give the same bytes."""
    _describe(document, properties)
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(fixed, "w") as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, _ARCHIVE_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts.read(name))
    return fixed.getvalue()


def _describe(document: Document, properties: Properties) -> None:
    said = document.core_properties
    said.title = properties.title[:255]
    said.author = said.last_modified_by = properties.author[:255]
    said.created = said.modified = properties.created.replace(microsecond=0)
    said.language = "vi-VN"
    said.revision = 1
