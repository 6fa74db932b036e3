"""Delimited text: recognised by content in every encoding that offices save, its separator settled or refused."""

import unicodedata

import pytest

from indicators.intake.workbook.cells import Workbook, workbook_from
from indicators.intake.workbook.delimited import read_delimited
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.raw import Refused
from indicators.limits import STANDARD, Limits

TABLE = "Chỉ tiêu;Quý III\nTỷ lệ hộ dùng nước sạch;98,9\nSố lao động có việc làm;402\n"
CELLS = {
    "A1": "Chỉ tiêu", "B1": "Quý III", "A2": "Tỷ lệ hộ dùng nước sạch", "B2": "98,9",
    "A3": "Số lao động có việc làm", "B3": "402",
}  # fmt: skip


def cells_of(content: bytes | str, limits: Limits = STANDARD) -> dict[str, str]:
    read = read_delimited(content.encode() if isinstance(content, str) else content, limits)
    workbook = workbook_from(read.sent())
    assert {kind for kind, _ in workbook.sheets[0].cells.values()} <= {"t"}
    return {f"{chr(64 + column)}{row}": text for (row, column), (_, text) in workbook.sheets[0].cells.items()}


def reason(content: bytes | str, limits: Limits = STANDARD) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        cells_of(content, limits)
    return refused.value.code, refused.value.trouble


def windows_1258(text: str) -> bytes:
    """As Windows writes it: base letters with their marks behind them."""
    marks = {0x300: 0xCC, 0x301: 0xEC, 0x303: 0xDE, 0x309: 0xD2, 0x323: 0xF2}
    written = bytearray()
    for letter in text:
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            *base, mark = list(unicodedata.normalize("NFD", letter))
            if len(base) == 2 and ord(base[1]) in marks:
                base, mark = [base[0], mark], base[1]
            written += unicodedata.normalize("NFC", "".join(base)).encode("cp1258") + bytes([marks[ord(mark)]])
    return bytes(written)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1258"])
def test_every_encoding_is_told_by_its_bytes(encoding: str) -> None:
    content = windows_1258(TABLE) if encoding == "windows-1258" else TABLE.encode(encoding)
    assert cells_of(content) == CELLS
    sheet = load_workbook(content)
    assert isinstance(sheet, Workbook), sheet
    assert {cell.text for cell in sheet.sheets[0].cells.values()} == set(CELLS.values())
    assert not sheet.formats_known


def test_utf_16_with_its_mark_turned_round() -> None:
    assert cells_of(b"\xfe\xff" + TABLE.encode("utf-16-be")) == CELLS


@pytest.mark.parametrize("separator", list("\t;|"))
def test_separators_leave_decimal_commas_alone(separator: str) -> None:
    assert cells_of(TABLE.replace(";", separator)) == CELLS
    assert cells_of(TABLE.replace(";", separator).replace("\n", "\r\n")) == CELLS
    assert cells_of(TABLE.replace(";", separator).replace("\n", "\r")) == CELLS


def test_commas_with_quoted_numbers() -> None:
    assert cells_of(TABLE.replace("98,9", '"98,9"').replace(";", ",")) == CELLS
    assert cells_of("TT,Tên,Q1,Q2\n1,Nước sạch,402,35\n2,Việc làm,1,2\n")["C2"] == "402"


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace(";", ","),  # 98 | 9
        "Chỉ tiêu,Quý III,\nNước sạch,98,9\nViệc làm,402,\n",
        "Chỉ tiêu,Quý III\nThu ngân sách,1,234\nViệc làm,402\n",
        "a,b;c,d\ne,f;g,h\n",
    ],
)
def test_two_readings_are_refused(text: str) -> None:
    assert reason(text) == ("damaged_workbook", "separator")


def test_the_first_line_may_say_the_separator() -> None:
    assert cells_of("sep=;\r\n" + TABLE) == CELLS
    assert cells_of('"sep=,"\r\na,b;c\nd,e;f\n') == {"A1": "a", "B1": "b;c", "A2": "d", "B2": "e;f"}


def test_quotes_line_breaks_and_blanks() -> None:
    text = 'a;"b ""c"";\nd"\n\n;;\nNước;98,9;;;\nx;y\n'
    assert cells_of(text) == {"A1": "a", "B1": 'b "c";\nd', "A4": "Nước", "B4": "98,9", "A5": "x", "B5": "y"}


def test_rows_of_different_lengths() -> None:
    text = "BÁO CÁO, quý III năm 2026\nTT;Chỉ tiêu;ĐVT;Q1;Q2\n1;Nước;%;98,9\n2;Việc;người;1;2\nI;Nhóm\n"
    assert cells_of(text)["D3"] == "98,9"
    assert cells_of(text)["A1"] == "BÁO CÁO, quý III năm 2026"


@pytest.mark.parametrize(
    "text", ["Kính gửi các đồng chí.\nHôm nay họp.\nTrân trọng, Văn phòng.\n", "một cột\nhai\nba\n", "a;b", "{}"]
)
def test_a_text_that_is_no_table(text: str) -> None:
    assert reason(text) == ("not_a_workbook", "unknown")


def test_a_quote_that_never_ends() -> None:
    assert reason('a;b\nc;"d\ne;f\n') == ("damaged_workbook", "quotes")


def test_limits_hold() -> None:
    assert reason("a;b\n" * 3, STANDARD._replace(rows=2)) == ("too_large", "rows")
    assert reason("a;b;c\n" * 3, STANDARD._replace(columns=2)) == ("too_large", "columns")
    assert reason("a;b\n" * 3, STANDARD._replace(cells=5)) == ("too_large", "cells")
    assert reason("a;bcd\n" * 3, STANDARD._replace(text_letters=2)) == ("too_large", "text_letters")


def test_bytes_of_old_fonts_stay_for_the_converter() -> None:
    text = "TT;ChØ tiªu;Quý\n1;Tû lÖ hé nghÌo;2\n2;N­íc s¹ch;3\n"
    assert cells_of(text.encode("latin-1"))["B3"] == "N­íc s¹ch"
    text = "TT;Chæ tieâu;Q\n1;Tyû leä hoä ngheøo;2\n2;Nöôùc saïch;3\n"
    assert cells_of(text.encode("latin-1"))["B3"] == "Nöôùc saïch"
