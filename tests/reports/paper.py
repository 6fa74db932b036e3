"""A report by hand, and what stands on the pages made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

from docx import Document
from docx.document import Document as Word
from pypdf import PdfReader

from indicators.periods import parse_period
from indicators.reports.model import (
    Asked,
    Cell,
    Chart,
    ChartKind,
    Expected,
    Group,
    Letterhead,
    Line,
    Report,
    Role,
    Said,
    Series,
)
from indicators.reports.table import columns_of
from indicators.reports.word import TEMPLATE
from indicators.settings import TEMPLATES
from indicators.wording.statuses import Tally

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_LOWER = [normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES]
#: What Vietnamese has beyond a-z, small and capital: 134.
VIETNAMESE = "".join(letter + letter.upper() for letter in [*_LOWER, "đ"] if not letter.isascii())
HOSTILE = '#read("/etc/passwd") $x^2$ *đậm* _nghiêng_ \\n @nhãn <b>&amp;</b> `mã` {{ so_ky_hieu }} {% for %} // ~'
WHERE = Letterhead(
    agency_vi="ỦY BAN NHÂN DÂN XÃ VĨNH THỊNH",
    number="5",
    symbol="BC-UBND",
    place_vi="Vĩnh Thịnh",
    dated=date(2026, 2, 5),
    signer_vi=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer_name="Trần Văn Bình",
    recipients_vi=("UBND thành phố;", "Lưu: VT."),
)
_COLUMNS = columns_of([{"last_year": 2030}])


def line(target: str, **texts: str) -> Line:
    """A line of the table; a column that is not given says its own key, so that no two cells are alike."""
    cells = {column.key: Cell(texts.get(column.key, f"{column.key[:4]}{target}")) for column in _COLUMNS}
    return Line({}, cells | {"target": Cell(target)})


def chart(title: str, target: str | None = None, *values: int) -> Chart:
    return Chart(
        ChartKind.LINES, title, "%", ("Quý I", "Quý II"),
        (Series(Role.ACTUAL, "Thực hiện", tuple(Decimal(value) for value in values) or (None, None)),), target,
    )  # fmt: skip


def report(**changed: object) -> Report:
    """Two groups, three targets, remarks; a chart of all and one of a target."""
    made = Report(
        asked=Asked("vinh_thinh", parse_period("2026-Q3"), datetime(2026, 10, 5, 2, 15)),
        commune_name_vi="xã Vĩnh Thịnh",
        letterhead=WHERE,
        title_vi="BÁO CÁO",
        subject_vi="Kết quả thực hiện các chỉ tiêu quý III/2026",
        period_vi="quý III/2026",
        closed_on=date(2026, 10, 5),
        tally=Tally(1, 1, 0),
        summary_vi=("Đạt và vượt 1/2 chỉ tiêu.",),
        columns=_COLUMNS,
        groups=(
            Group("Kinh tế", (line("1"), line("2", name="Thu ngân sách & <phí>")), ("Có 2 chỉ tiêu.",)),
            Group("Xã hội", (line("3.1"),), ("Có 1 chỉ tiêu.",)),
        ),
        difficulties=(Said("1", "Thu ngân sách", "Phòng Kinh tế", "Vốn phân bổ chậm."),),
        remedies=(),
        proposals=(),
        charts=(chart("Tình trạng", None, 1, 2), chart("Thu ngân sách", "1", 3, 4), chart("Không có số liệu", "2")),
        notes_vi=("Ô để trống: không tính.",),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def expected(verdict: str, name: str = "Nước sạch", needed: str = "") -> Expected:
    return Expected({}, name, verdict, "Dự báo 97%.", needed, "mới có 3 quý")


def word_of(content: bytes) -> Word:
    return Document(BytesIO(content))


def texts_of(content: bytes) -> list[str]:
    """The paragraphs of a Word document, those in its tables too, in order."""
    return [paragraph.text for paragraph in _paragraphs(word_of(content))]


def _paragraphs(word: Word) -> Iterator:
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from (paragraph for cell in dict.fromkeys(row.cells) for paragraph in cell.paragraphs)
        else:
            yield block


def pages_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def squeezed(text: str) -> str:
    """Without any space: where a line ends is the page's matter."""
    return re.sub(r"\s", "", text)


def fonts_of(content: bytes) -> dict[str, bool]:
    """Font → whether it is embedded, of a PDF; without the letters that mark it as a part of the font."""
    found = {}
    for page in PdfReader(BytesIO(content)).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            name = str(inner["/BaseFont"]).lstrip("/").rpartition("+")[2]
            found[name] = "/FontFile2" in inner["/FontDescriptor"].get_object()
    return found


def own_templates(folder: Path, *changes: tuple[str, str]) -> Path:
    """A folder with the office's own template: each of these words of a paragraph replaced, as Word would."""
    word = Document(str(TEMPLATES / TEMPLATE))
    for old, new in changes:
        found = [paragraph for paragraph in _paragraphs(word) if old in paragraph.text]
        assert found, f"there is no {old!r} in the template"
        for paragraph in found:
            paragraph.runs[0].text = paragraph.text.replace(old, new)
            for run in paragraph.runs[1:]:
                run.text = ""
    word.save(str(folder / TEMPLATE))
    return folder
