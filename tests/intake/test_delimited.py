"""Delimited text: recognised by content in every encoding that offices save, its separator settled or refused."""

import csv
import io
import json
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from indicators.__main__ import main
from indicators.intake import Sending, SheetReading, read_workbook
from indicators.intake.workbook.cells import Workbook, workbook_from
from indicators.intake.workbook.delimited import read_delimited
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.raw import Refused
from indicators.limits import STANDARD, Limits
from indicators.settings import ROOT
from tests.intake.saving import as_csv
from tests.intake.sheets import COMMUNES

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
            if not base:  # no letter at all
                written += b"?"
                continue
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
    assert cells_of("sep=;\r" + TABLE.replace("\n", "\r")) == CELLS
    assert cells_of(("SEP=;\n" + TABLE).encode("utf-8-sig")) == CELLS
    assert cells_of(("sep=\t\r\n" + TABLE.replace(";", "\t")).encode("utf-16")) == CELLS
    assert cells_of('"sep=,"\r\na,b;c\nd,e;f\n') == {"A1": "a", "B1": "b;c", "A2": "d", "B2": "e;f"}


def test_quotes_line_breaks_and_blanks() -> None:
    text = 'a;"b ""c"";\nd"\n\n;;\nNước;98,9;;;\nx;y\n'
    assert cells_of(text) == {"A1": "a", "B1": 'b "c";\nd', "A4": "Nước", "B4": "98,9", "A5": "x", "B5": "y"}


def test_rows_of_different_lengths() -> None:
    text = "BÁO CÁO, quý III năm 2026\nTT;Chỉ tiêu;ĐVT;Q1;Q2\n1;Nước;%;98,9\n2;Việc;người;1;2\nI;Nhóm\n"
    assert cells_of(text)["D3"] == "98,9"
    assert cells_of(text)["A1"] == "BÁO CÁO, quý III năm 2026"


def test_empty_columns_behind_the_table_hold_nothing() -> None:
    assert cells_of(TABLE.replace("\n", ";;;;\n")) == CELLS
    assert cells_of("TT,Tên,Q\n1,Nước,402,,,\n2,Việc,35,,,\n")["C2"] == "402"


def test_a_title_with_commas() -> None:
    title = "BÁO CÁO, QUÝ III, NĂM 2026, XÃ VĨNH THỊNH\n"
    for separator in ";\t|":
        text = title + "TT;Tên;ĐVT;Q1\n1;Nước, sạch;%;98,9\n2;Việc;người;402\n".replace(";", separator)
        assert (cells_of(text)["A1"], cells_of(text)["D3"]) == (title.strip(), "98,9")
    assert cells_of(title + 'TT,Tên,ĐVT,Q1\n1,Nước,%,"98,9"\n2,Việc,người,402\n')["D3"] == "98,9"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('Tỷ lệ "sạch" cao', 'Tỷ lệ "sạch" cao'),
        ('ống 5" mới', 'ống 5" mới'),
        ('"Xanh; sạch"', "Xanh; sạch"),
        ('"Xanh - sạch" và đẹp', "Xanh - sạch và đẹp"),  # as Excel reads it
    ],
)
def test_quotes_that_quote_no_field(written: str, expected: str) -> None:
    assert cells_of(f"TT;Tên;Q\n1;{written};98,9\n2;Việc;3\n") == {
        "A1": "TT", "B1": "Tên", "C1": "Q", "A2": "1", "B2": expected, "C2": "98,9", "A3": "2", "B3": "Việc", "C3": "3",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ['a;"b" c;1\nd;"e\nf;g";2\n', 'a;"b" c;1\nd;"e;2\n', 'a;"b" c\nd;e" f;"g\nh;i" j;"k\n']
)
def test_a_quote_that_may_swallow_cells_is_refused(text: str) -> None:
    assert reason(text) == ("damaged_workbook", "quotes")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
@pytest.mark.parametrize("end", ["\0", "\0" * 600, "\x1a", "\x1a\0\0"])
def test_what_fills_a_file_up_is_no_cell(encoding: str, end: str) -> None:
    content = windows_1258(TABLE) + end.encode() if encoding == "windows-1258" else (TABLE + end).encode(encoding)
    found = load_workbook(content)
    assert isinstance(found, Workbook), found
    assert {cell.text for cell in found.sheets[0].cells.values()} == set(CELLS.values())
    assert cells_of(content) == CELLS


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


def in_encoding(text: str, encoding: str) -> bytes:
    return windows_1258(text) if encoding == "windows-1258" else text.encode(encoding)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1258"]
SAMPLE = ROOT / "data" / "samples" / "bao_cao_quy_3_2026.xlsx"


def said_of(reading: SheetReading) -> set[tuple[str, str, Decimal, str | None]]:
    return {(found.measure, found.period, found.value, found.cell) for found in reading.readings}


@pytest.fixture(scope="module")
def report() -> str:
    """An office's report as Excel saves it as a text."""
    workbook = load_workbook(SAMPLE.read_bytes())
    assert isinstance(workbook, Workbook)
    return as_csv(workbook.sheets[0], ";", "utf-8").decode()


@pytest.fixture(scope="module")
def expected() -> set[tuple[str, str, Decimal, str | None]]:
    return said_of(read_workbook(SAMPLE.read_bytes(), COMMUNES, Sending("vinh_thinh")))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", list("\t;|,"))
def test_a_report_reads_like_its_workbook(report: str, expected: set[Any], encoding: str, separator: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(csv.reader(io.StringIO(report), delimiter=";"))
    reading = read_workbook(in_encoding(text.getvalue(), encoding), COMMUNES, Sending("vinh_thinh"))
    assert said_of(reading) == expected
    assert len(expected) == 54
    assert {issue.severity for issue in reading.issues} <= {"warning"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1258"])
def test_the_command_line_reads_it_so_too(
    report: str, encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Báo cáo.csv"
    file.write_bytes(in_encoding(report, encoding))
    answers = []
    for given in (file, SAMPLE):
        assert main(["--store", str(tmp_path / "kpi.duckdb"), "check", str(given), "--json"]) == 0
        found = json.loads(capsys.readouterr().out)["readings"]
        answers.append({(one["measure"], one["period"], one["value"], one["cell"]) for one in found})
    assert answers[0] == answers[1]
    assert len(answers[0]) == 54
