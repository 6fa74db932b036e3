"""Vietnamese from before Unicode: text in TCVN3 (fonts .VnTime…) and VNI (VNI-Times…), which a workbook shows rightly
only in its font, and which arrives here as letters of Western Europe.

A text is decoded only where that makes it more Vietnamese: where more of its words are words of the catalogue or of
headers than before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from indicators.catalogue import Catalogue
from indicators.intake.folding import clean
from indicators.intake.old_letters import from_tcvn3, from_vni, may_be_old
from indicators.intake.workbook.cells import Cell, CellKind, Sheet

_WORD = re.compile(r"[^\W\d_]+")

_HEADER_WORDS = """
    chỉ tiêu nội dung đơn vị tính kế hoạch mục tiêu thực hiện ước lũy luỹ kế quý tháng năm kỳ báo cáo kết quả số liệu
    đạt chưa không có ghi chú khó khăn vướng mắc giải pháp kiến nghị đề xuất biểu tổng hợp xã ủy uỷ ban nhân dân phòng
    so với cùng tỷ lệ tỉ giá trị tốc độ tăng giảm mã tên xây dựng chính quyền môi trường kinh tế người trường cộng hòa
    hoà hội chủ nghĩa việt nam độc lập tự hạnh phúc theo dõi lần đầu cuối từ đến hết
"""


def decoded(sheet: Sheet, catalogue: Catalogue) -> Sheet:
    """The sheet with its legacy texts in Unicode; the sheet itself where it has none."""
    if not any(_may_be_legacy(cell) for cell in sheet.cells.values()):
        return sheet
    vocabulary = _vocabulary(catalogue)
    cells = {
        place: Cell(cell.kind, _decode(cell.text, vocabulary)) if _may_be_legacy(cell) else cell
        for place, cell in sheet.cells.items()
    }
    return replace(sheet, cells=cells)


def _may_be_legacy(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and may_be_old(cell.text)


def _decode(text: str, vocabulary: frozenset[str]) -> str:
    """The reading with the most known words; the text as it stands wins a tie."""
    return max((text, from_tcvn3(text), from_vni(text)), key=lambda reading: _known_words(reading, vocabulary))


def _known_words(text: str, vocabulary: frozenset[str]) -> int:
    return sum(word in vocabulary for word in _WORD.findall(clean(text).lower()))


@lru_cache(maxsize=4)
def _vocabulary(catalogue: Catalogue) -> frozenset[str]:
    names = [name for entry in catalogue.communes for measure in entry.measures for name in entry.names_of(measure)] + [
        entry.commune.name_vi for entry in catalogue.communes
    ]
    return frozenset(_WORD.findall(clean(" ".join([_HEADER_WORDS, *names])).lower()))
