"""Vietnamese from before Unicode: text in TCVN3 (fonts .VnTime…) and VNI (VNI-Times…), which a workbook shows rightly
only in its font, and which arrives here as letters of Western Europe.

A text is decoded only where that makes it more Vietnamese: where more of its words are words of the catalogue or of
headers than before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from indicators.catalogue import Catalogue
from indicators.intake.findings import Findings
from indicators.intake.folding import clean
from indicators.intake.old_letters import DECODERS, SHOWN, marked_syllables, may_be_old
from indicators.intake.workbook.cells import Cell, CellKind, Sheet, address_of
from indicators.intake.workbook.fonts import runs_in

_WORD = re.compile(r"[^\W\d_]+")

_HEADER_WORDS = """
    chỉ tiêu nội dung đơn vị tính kế hoạch mục tiêu thực hiện ước lũy luỹ kế quý tháng năm kỳ báo cáo kết quả số liệu
    đạt chưa không có ghi chú khó khăn vướng mắc giải pháp kiến nghị đề xuất biểu tổng hợp xã ủy uỷ ban nhân dân phòng
    so với cùng tỷ lệ tỉ giá trị tốc độ tăng giảm mã tên xây dựng chính quyền môi trường kinh tế người trường cộng hòa
    hoà hội chủ nghĩa việt nam độc lập tự hạnh phúc theo dõi lần đầu cuối từ đến hết
"""


def decoded(sheet: Sheet, catalogue: Catalogue) -> Sheet:
    """The sheet with its legacy texts in Unicode; `legacy` then names the cells that were converted, with their
    encoding. Its own name stays: by it the sheet is found again in the file."""
    vocabulary = _vocabulary(catalogue)
    found = {
        place: reading
        for place, cell in sheet.cells.items()
        if cell.kind is CellKind.TEXT and (reading := _read(cell.text, sheet.legacy.get(place), vocabulary))
    }
    if not found:
        return replace(sheet, legacy={}) if sheet.legacy else sheet
    cells = dict(sheet.cells) | {place: Cell(CellKind.TEXT, text) for place, (_, text) in found.items()}
    legacy = {place: encoding for place, (encoding, _) in found.items()}
    return replace(sheet, cells=cells, legacy=legacy)


def name_converted(sheets: Sequence[Sheet], findings: Findings) -> None:
    """Says of each sheet out of `decoded` what was converted in it: how many cells, which first, out of what."""
    for sheet in sheets:
        if sheet.legacy:
            encodings = sorted({SHOWN[encoding] for encoding in sheet.legacy.values()})
            first = address_of(*min(sheet.legacy))
            findings.add("legacy_text", sheet.name, first, encoding=", ".join(encodings), count=len(sheet.legacy))


def _read(text: str, mark: str | None, vocabulary: frozenset[str]) -> tuple[str, str] | None:
    """Encoding and reading of a text, or of its runs where these stand in different fonts; None where all stays."""
    if mark is None or ":" not in mark:
        return _decode(text, mark, vocabulary) if may_be_old(text) else None
    runs = [
        (_decode(run, font, vocabulary) if font and may_be_old(run) else None, run) for font, run in runs_in(text, mark)
    ]
    encodings = [reading[0] for reading, _ in runs if reading]
    return (encodings[0], "".join(reading[1] if reading else run for reading, run in runs)) if encodings else None


def _decode(text: str, font: str | None, vocabulary: frozenset[str]) -> tuple[str, str] | None:
    """Encoding and reading; None for a text that stays. The font decides, unless its reading is less like Vietnamese
    than the text as it stands, as where Unicode was typed into an old font; without one, the most known words do."""
    if font is not None:
        reading = DECODERS[font](text)
        return (font, reading) if reading != text and _is_no_worse(reading, text) else None
    readings = {encoding: DECODERS[encoding](text) for encoding in ("tcvn3", "vni")}
    best = max(readings, key=lambda encoding: _known_words(readings[encoding], vocabulary))
    more_known = _known_words(readings[best], vocabulary) > _known_words(text, vocabulary)
    return (best, readings[best]) if more_known and _is_no_worse(readings[best], text) else None


def _is_no_worse(reading: str, text: str) -> bool:
    return marked_syllables(reading) >= marked_syllables(text)


def _known_words(text: str, vocabulary: frozenset[str]) -> int:
    return sum(word in vocabulary for word in _WORD.findall(clean(text).lower()))


@lru_cache(maxsize=4)
def _vocabulary(catalogue: Catalogue) -> frozenset[str]:
    names = [name for entry in catalogue.communes for measure in entry.measures for name in entry.names_of(measure)] + [
        entry.commune.name_vi for entry in catalogue.communes
    ]
    return frozenset(_WORD.findall(clean(" ".join([_HEADER_WORDS, *names])).lower()))
