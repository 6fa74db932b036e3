"""Text from before Unicode: every letter of both encodings, the font that tells it, and that it is said."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import Workbook as Book
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from indicators.intake import Sending, read_workbook
from indicators.intake.legacy import decoded
from indicators.intake.old_letters import _TCVN3, _VNI_ALONE, _VNI_MARKS, from_tcvn3, from_vni
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.isolation import load_workbook
from tests.intake.hostile import MAIN, RELATIONS, SHEET, STRINGS, parts_of, zipped
from tests.intake.sheets import COMMUNES, WATER, saved, values

BASES = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES] + ["đ"]
LETTERS = [*SMALL, *(letter.upper() for letter in SMALL)]
words = some.lists(some.sampled_from([*SMALL, *"bcdghklmnpqrstvx "]), min_size=1).map("".join)

TO_TCVN3 = {letter: code for code, letter in _TCVN3.items()}


def tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    """By the marks of VNI's own table: base letter, then one letter for all that stands on it."""
    marks = {unicodedata.normalize("NFC", f"o{mark}")[-1:] + mark: letter for letter, mark in _VNI_MARKS.items()}
    by_mark = {key[1:]: letter for key, letter in marks.items()}
    alone = {letter: code for code, letter in _VNI_ALONE.items()}
    return "".join(_vni_letter(letter, by_mark, alone) for letter in text)


def _vni_letter(letter: str, by_mark: dict[str, str], alone: dict[str, str]) -> str:
    small = letter.lower()
    code = alone.get(small)
    if code is None:
        base, *marks = list(unicodedata.normalize("NFD", small))
        if "\u031b" in marks:  # the horn is part of VNI's letter
            base = {"o": "ô", "u": "ö"}[base]
            marks.remove("\u031b")
        marks.sort(key=lambda mark: mark not in "\u0302\u0306")
        code = base + by_mark["".join(marks)] if marks else base
    return code.upper() if letter != small else code


def test_all_letters_are_there() -> None:
    assert len(set(LETTERS)) == 146
    assert len({letter for letter in LETTERS if not letter.isascii()}) == 134


@given(words)
def test_tcvn3_comes_back(text: str) -> None:
    assert from_tcvn3(tcvn3(text)) == text


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if not letter.isascii()])
def test_each_letter_comes_back(letter: str) -> None:
    assert from_vni(vni(letter)) == letter
    assert from_tcvn3(tcvn3(letter.lower())) == letter.lower()


@given(words, some.booleans())
def test_vni_comes_back(text: str, capitals: bool) -> None:
    text = text.upper() if capitals else text
    assert from_vni(vni(text)) == text


def in_font(text: object, font: str, number: object = 98.9) -> bytes:
    book = Book()
    sheet: Any = book.active
    for row, line in enumerate(
        [("Báo cáo quý III năm 2026",), ("TT", "Chỉ tiêu", "ĐVT", "Kết quả"), (1, text, "%", number)], 1
    ):
        for column, value in enumerate(line, 1):
            sheet.cell(row, column, value)
    sheet["B3"].font = Font(name=font)
    sheet["D3"].font = Font(name=font)
    return saved(book)


def loaded(content: bytes) -> Workbook:
    workbook = load_workbook(content)
    assert isinstance(workbook, Workbook), workbook
    return workbook


NAME = WATER[1]


@pytest.mark.parametrize(
    ("font", "written", "expected"),
    [
        (".VnTime", tcvn3(NAME), NAME),
        (".VNTIME", tcvn3(NAME), NAME),  # an H at the end alone says that small letters are drawn as capitals
        (".VnTimeH", tcvn3(NAME.lower()), NAME.upper()),
        ("VNI-Times", vni(NAME), NAME),
        ("vni-helve", vni("chưa rõ"), "chưa rõ"),
        (".VnTime", tcvn3("đvt").replace("®", "§").upper(), "ĐVT"),
        (".VnTime", NAME, NAME),
        ("Times New Roman", "café", "café"),
        ("Times New Roman", "Phú Yên", "Phú Yên"),
        ("Times New Roman", "Yên Bái", "Yên Bái"),
    ],
)
def test_the_font_tells_the_encoding(font: str, written: str, expected: str) -> None:
    sheet = decoded(loaded(in_font(written, font)).sheets[0], COMMUNES)
    assert sheet.cells[3, 2].text == expected  # type: ignore[index]
    assert sheet.cells[3, 4].text == "98.9"  # type: ignore[index]
    assert set(sheet.legacy) == ({(3, 2)} if written != expected else set())


def test_it_is_said_and_read() -> None:
    reading = read_workbook(in_font(tcvn3(NAME), ".VnTime"), COMMUNES, Sending("vinh_thinh"))
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    said = [issue for issue in reading.issues if issue.code == "legacy_text"]
    assert [(issue.cell, issue.severity) for issue in said] == [("B3", "warning")]
    assert "1 ô chữ theo bảng mã cũ TCVN3" in said[0].message


def test_unicode_is_not_said_to_be_converted() -> None:
    reading = read_workbook(in_font(NAME, ".VnTime"), COMMUNES, Sending("vinh_thinh"))
    assert "legacy_text" not in {issue.code for issue in reading.issues}


def in_runs(*runs: tuple[str, str]) -> CellRichText:
    """Text in several fonts; without the name of one, in the cell's own."""
    return CellRichText([TextBlock(InlineFont(rFont=font), text) if font else text for text, font in runs])


RUNS = [
    ("Times New Roman", [("Tỷ lệ ", ""), (tcvn3("dân số được"), ".VnTime")], "Tỷ lệ dân số được"),
    (".VnTime", [(tcvn3("Tỷ lệ "), ""), ("dân số được", "Times New Roman")], "Tỷ lệ dân số được"),
    ("Times New Roman", [(tcvn3("Tỷ lệ "), ".VnTime"), (vni("dân số được"), "VNI-Times")], "Tỷ lệ dân số được"),
    ("Arial", [(tcvn3("Tỷ lệ "), ".VnTime"), (tcvn3("dân số được"), ".VnTimeH")], "Tỷ lệ DÂN SỐ ĐƯỢC"),
    ("Arial", [(vni("dân "), "VNI-Times"), (vni("số"), "VNI-Helve")], "dân số"),
    ("Arial", [("Phú Yên, café ", "Arial"), (tcvn3("xã"), ".VnTime")], "Phú Yên, café xã"),
    (".VnTime", [("Phú Yên, café ", "Arial"), ("2026", "")], "Phú Yên, café 2026"),
]


def shared(content: bytes) -> bytes:
    """The workbook with the text of B3 among the shared ones, where Excel has it, and not in its cell."""
    parts = parts_of(content)
    sheet = parts[SHEET].decode()
    found = re.search(r'(<c r="B3"[^>]* t=)"inlineStr"><is>(.*?)</is>', sheet)
    assert found
    parts[SHEET] = sheet.replace(found[0], f'{found[1]}"s"><v>0</v>').encode()
    parts[STRINGS] = f"<sst {MAIN}><si>{found[2]}</si></sst>".encode()
    relation = b'<Relationship Id="rId99" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation)
    return zipped(parts)


@pytest.mark.parametrize("saved_by", [bytes, shared])
@pytest.mark.parametrize(("own", "runs", "expected"), RUNS)
def test_each_run_is_decoded_by_its_own_font(
    own: str, runs: list[tuple[str, str]], expected: str, saved_by: Callable[[bytes], bytes]
) -> None:
    written = "".join(text for text, _ in runs)
    sheet = decoded(loaded(saved_by(in_font(in_runs(*runs), own))).sheets[0], COMMUNES)
    assert sheet.cells[3, 2].text == expected  # type: ignore[index]
    assert set(sheet.legacy) == ({(3, 2)} if written != expected else set())
