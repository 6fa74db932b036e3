"""A Word document as PDF/A, set by typst: the same words, look and pages, no other program needed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import docx
import typst

from indicators.errors import NotTypeset
from indicators.reports.embedded_font import FONTS
from indicators.reports.typesetting import Sheets, sheets_of

#: ISO 19005-2, level B: pages that look the same for ever.
STANDARD: Literal["a-2b"] = "a-2b"
_PROGRAM = Path(__file__).with_name("typesetting") / "document.typ"


def pdf_document(word: bytes) -> bytes:
    """The PDF/A-2b of a .docx, every letter in the embedded font; the same document gives the same bytes. Its moment is
    the document's own. Raises NotTypeset naming what the document holds and the PDF would lose."""
    sheets = sheets_of(word)
    with TemporaryDirectory(prefix="kpi-pdf-") as folder:
        return _typeset(_lay_out(sheets, Path(folder)), _created(word))


def _typeset(main: Path, created: datetime) -> bytes:
    """Only the program's own folder can be read, only the product's own fonts are known."""
    try:
        made: bytes = typst.compile(
            main,
            root=main.parent,
            font_paths=typst.Fonts(False, False, [FONTS]),
            pdf_standards=STANDARD,
            timestamp=created,
        )
    except typst.TypstError as error:  # a picture that is damaged, a length that is none
        raise NotTypeset("damaged") from error
    return made


def _lay_out(sheets: Sheets, folder: Path) -> Path:
    """Everything typst may read, in a folder of its own."""
    (folder / "document.json").write_text(json.dumps(sheets.data, ensure_ascii=False), encoding="utf-8")
    for name, picture in sheets.pictures.items():
        (folder / name).write_bytes(picture)
    main = folder / _PROGRAM.name
    main.write_bytes(_PROGRAM.read_bytes())
    return main


def _created(word: bytes) -> datetime:
    created = docx.Document(BytesIO(word)).core_properties.created or datetime(2021, 1, 1)
    return created.replace(tzinfo=UTC)
