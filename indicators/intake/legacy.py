"""Vietnamese from before Unicode: text in TCVN3 (fonts .VnTime…) and VNI (VNI-Times…), which a workbook shows rightly
only in its font, and which arrives here as letters of Western Europe.

A text is decoded only where that makes it more Vietnamese: where more of its words are words of the catalogue or of
headers than before.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from indicators.catalogue import Catalogue
from indicators.intake.folding import clean
from indicators.intake.workbook.cells import Cell, CellKind, Sheet

# The letters of TCVN 5712:1993 (VN3) by their byte. Capitals with marks are small letters in a font of capitals.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

# VNI writes the mark as a letter after the vowel: 'aù' is 'á', 'eä' is 'ệ'.
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "ê": "\u0306",
    "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI = re.compile(r"([aeouyôö])([øùûõïâêàáåãäèéúüë])|[ñöôíìæóòî]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN_1 = re.compile(r"[\u0100-\u01b0\u1ea0-\u1ef9]")
_WESTERN = re.compile(r"[\u00a1-\u00ff]")

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


def from_tcvn3(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(_TCVN3.get(letter, letter) for letter in text))


def from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_vni_syllable, text))


def _vni_syllable(match: re.Match[str]) -> str:
    """A vowel with the mark behind it, or one of the letters that VNI writes as one."""
    vowel, mark = match.groups()
    return _vni_letter(vowel) + _VNI_MARKS[mark.lower()] if mark else _vni_letter(match[0])


def _vni_letter(letter: str) -> str:
    found = _VNI_ALONE.get(letter.lower(), letter)
    return found.upper() if letter.isupper() else found


def _may_be_legacy(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and bool(_WESTERN.search(cell.text)) and not _BEYOND_LATIN_1.search(cell.text)


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
