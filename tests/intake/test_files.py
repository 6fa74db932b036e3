"""Files as they come: kinds, number formats, damage, and those made to do harm. Each gives cells or a sentence."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book

from indicators.intake import Sending, read_workbook
from indicators.intake.workbook.cells import Cell, CellKind, Place, Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.intake.workbook.refusal import Refusal
from indicators.limits import Limits
from indicators.settings import ROOT
from tests.intake.hostile import parts_of
from tests.intake.sheets import COMMUNES, HEADER, JOBS, TITLE, WATER, codes, saved, values, xlsx

FILES = Path(__file__).parent / "files"
SAMPLE = (ROOT / "data" / "samples" / "bao_cao_quy_3_2026.xlsx").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def loaded(content: bytes) -> Workbook:
    workbook = load_workbook(content)
    assert isinstance(workbook, Workbook), workbook
    return workbook


def cells_of(content: bytes) -> dict[str, Cell]:
    sheet = loaded(content).sheets[0]
    return {f"{chr(64 + place.column)}{place.row}": cell for place, cell in sheet.cells.items()}


def changed(change: Callable[[dict[str, bytes]], None], content: bytes = SAMPLE) -> bytes:
    """The workbook with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_sheet(xml: str) -> bytes:
    document = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{xml}</worksheet>'
    return changed(lambda parts: parts.__setitem__(SHEET, document.encode()))


def rows(*cells: str) -> str:
    return f"<sheetData><row>{''.join(cells)}</row></sheetData>"


def test_what_a_cell_can_hold() -> None:
    book = Book()
    sheet: Any = book.active
    for row, (value, number_format) in enumerate(
        [(98.9, "General"), (0.989, "0.0%"), (0.989, '0.0"%"'), (46230, "dd/mm/yyyy"), (True, "General"), ("Đạt", "@")],
        1,
    ):
        sheet.cell(row, 1, value).number_format = number_format
    found = cells_of(saved(book))
    assert [(cell.kind, cell.text) for cell in found.values()] == [
        ("n", "98.9"), ("p", "0.989"), ("n", "0.989"), ("d", "2026-07-27"), ("b", "TRUE"), ("t", "Đạt"),
    ]  # fmt: skip


def test_errors_formulas_and_texts_in_the_xml() -> None:
    found = cells_of(
        with_sheet(
            rows(
                '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
                '<c r="B1"><f>SUM(A2:A3)</f></c>',
                '<c r="C1"><f>SUM(A2:A3)</f><v></v></c>',
                '<c r="D1"><f>A2</f><v>0.94099999999999995</v></c>',
                '<c r="E1" t="str"><f>A2</f><v></v></c>',
                '<c r="F1" t="inlineStr"><is><r><t>Quý </t></r><r><t>III</t></r></is></c>',
                '<c r="G1"><v>NaN</v></c>',
                '<c r="H1" s="1"/>',
                '<c r="I1" t="str"><v>a_x000D_b</v></c>',
            )
        )
    )
    assert {name: tuple(cell) for name, cell in found.items()} == {
        "A1": ("e", "#DIV/0!"), "B1": ("f", ""), "C1": ("f", ""), "D1": ("n", "0.941"), "F1": ("t", "Quý III"),
        "G1": ("e", "NaN"), "I1": ("t", "a\rb"),
    }  # fmt: skip


def test_percentage_shown_by_the_sheet_reads_as_shown() -> None:
    book = Book()
    sheet: Any = book.active
    for row in (TITLE, (*HEADER, "Kết quả"), (*WATER, 0.941)):
        sheet.append(row)
    sheet["D3"].number_format = "0.0%"
    assert values(read_workbook(saved(book), COMMUNES, Sending("vinh_thinh"))) == {("clean_water", "2026-Q3"): 94.1}


def test_what_is_hidden_and_merged() -> None:
    book = Book()
    sheet: Any = book.active
    sheet.append(["a", "b"])
    sheet.append(["c", "d"])
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["A"].hidden = True
    book.create_sheet("Ẩn").sheet_state = "hidden"
    first, second = loaded(saved(book)).sheets
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({2}, {1})
    assert [tuple(merge) for merge in first.merges] == [(1, 1, 1, 2)]
    assert second.visibility == "hidden"


def test_a_lying_dimension_hides_nothing() -> None:
    def lie(parts: dict[str, bytes]) -> None:
        parts[SHEET] = parts[SHEET].replace(b'<dimension ref="A1:I40"', b'<dimension ref="A1"')

    assert len(cells_of(changed(lie))) == len(cells_of(SAMPLE)) == 218


def test_the_last_cell_of_a_sheet() -> None:
    sheet = loaded(with_sheet(rows('<c r="XFD1048576"><v>1</v></c>'))).sheets[0]
    assert dict(sheet.cells) == {Place(1048576, 16384): Cell(CellKind.NUMBER, "1")}


def _everywhere(pattern: bytes, replacement: bytes, *, only: str = "") -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        for name, part in parts.items():
            if name.endswith((".xml", ".rels")) and only in name:
                parts[name] = re.sub(pattern, replacement, part)

    return change


def _strict(parts: dict[str, bytes]) -> None:
    main, strict = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for name, part in parts.items():
        parts[name] = part.replace(main, strict).replace(
            relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )


def _prefixed(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if name.startswith("xl/") and name.endswith(".xml") and "theme" not in name]:
        named = re.sub(rb"<(/?)(?![?!/])(?=[a-zA-Z])(?!\w+:)", rb"<\1x:", parts[name])
        parts[name] = named.replace(b' xmlns="', b' xmlns:x="')


def _backslashes(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if name.startswith("xl/")]:
        parts[name.replace("/", "\\")] = parts.pop(name)


def _utf_16(parts: dict[str, bytes]) -> None:
    text = re.sub(r"^<\?xml[^>]*\?>", "", parts[SHEET].decode())
    parts[SHEET] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


WRITERS: dict[str, Callable[[dict[str, bytes]], None]] = {
    "strict": _strict,
    "prefixed": _prefixed,
    "no places": _everywhere(rb' r="[A-Z]+[0-9]+"', b"", only="sheet1"),
    "no places but the rows'": _everywhere(rb'(<c) r="[A-Z]+[0-9]+"', rb"\1", only="sheet1.xml"),
    "attributes the other way round": _everywhere(rb'<c (r="\w+") (s="\d+") (t="\w+")', rb"<c \3 \2 \1", only="sheet1"),
    "single quotes": _everywhere(rb'="([^"\']*)"', rb"='\1'"),
    "targets from the root": _everywhere(rb'Target="(?=worksheets|styles|sharedStrings)', b'Target="/xl/', only="rels"),
    "targets with other slashes": _everywhere(
        rb'Target="/?(?:xl/)?worksheets/', b'Target="worksheets\\\\', only="rels"
    ),
    "names with other slashes": _backslashes,
    "a mark before the XML": lambda parts: parts.update({SHEET: b"\xef\xbb\xbf" + parts[SHEET]}),
    "UTF-16": _utf_16,
    "line ends between the elements": _everywhere(rb"><(?=row|c |/row|/sheetData)", b">\r\n  <", only="sheet1.xml"),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_the_same_book_as_other_programs_write_it(writer: str) -> None:
    content = changed(WRITERS[writer])
    if writer.startswith("no places"):  # which stand side by side from A1, so that only a full table is the same
        table = xlsx(*[[f"ô {row}.{column}" for column in range(1, 6)] for row in range(1, 8)])
        content = changed(WRITERS[writer], table)
        assert parts_of(content)[SHEET] != parts_of(table)[SHEET]
        assert cells_of(content) == cells_of(table)
        return
    assert parts_of(content) != parts_of(SAMPLE)
    assert cells_of(content) == cells_of(SAMPLE)


def test_a_table_called_xls_is_read_for_what_it_is() -> None:
    """There is no name in the question: programs call a separated text, or a web page, .xls."""
    table = "TT\tChỉ tiêu\tĐVT\tQuý III năm 2026\r\n17\tTỷ lệ dân số được sử dụng nước sạch\t%\t98,9\r\n"
    for encoding in ("utf-8-sig", "utf-16"):
        reading = read_workbook(table.encode(encoding), COMMUNES, Sending("vinh_thinh", file_name="bieu.xls"))
        assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    page = f"<html><body><table><tr><td>{table}</td></tr></table></body></html>".encode()
    (issue,) = read_workbook(page, COMMUNES, Sending("vinh_thinh", file_name="bieu.xls")).issues
    assert "trang web" in issue.message
    assert "lưu thành .xlsx" in issue.message


NAMED_XLS = {
    "a stream in no container": (struct.pack("<6H", 0x809, 8, 0, 0x10, 0, 0) + bytes(20), "lưu lại thành .xlsx"),
    "a web page": (b"<!-- x --><tr><td>1</td></tr>", "lưu thành .xlsx"),
    "a web page in one file": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "lưu thành .xlsx"),
    "a page in UTF-16": ("\ufeff\r\n<html><head><title>Báo cáo</title>".encode("utf-16-le"), "lưu thành .xlsx"),
    "XML 2003": (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:'
        'office:spreadsheet">'.encode("utf-16"),
        "lưu lại thành .xlsx",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED_XLS)
def test_what_is_called_xls_and_is_not_says_what_to_do(name: str) -> None:
    content, words = NAMED_XLS[name]
    (issue,) = read_workbook(content, COMMUNES, Sending("vinh_thinh", file_name="bieu.xls")).issues
    assert issue.code == "not_a_workbook"
    assert words in issue.message


@pytest.mark.parametrize(
    "name", ["apache__protected_passtika.xlsb", "apache__protected_sha512.xlsx", "qax-os__encryptSHA1.xlsx"]
)
def test_a_password_is_named(name: str) -> None:
    found = load_workbook((FILES.parent / "corpus" / name).read_bytes())
    assert isinstance(found, Refusal)
    assert found.code == "encrypted"


def test_a_value_stands_beside_one_that_is_not_a_number() -> None:
    content = xlsx(TITLE, (*HEADER, "Kết quả"), (*WATER, 98.9), (*JOBS, 402))
    broken = changed(
        lambda parts: parts.__setitem__(SHEET, parts[SHEET].replace(b"<v>402</v>", b"<v>NaN</v>")), content
    )
    reading = read_workbook(broken, COMMUNES, Sending("vinh_thinh"))
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert [(issue.code, issue.cell) for issue in reading.issues] == [("error_cell", "D4")]


def test_binary_workbook() -> None:
    sheet = loaded((FILES / "date_1904.xlsb").read_bytes()).sheets[0]
    assert len(sheet.cells) == 6
    assert CellKind.DATE in {cell.kind for cell in sheet.cells.values()}


def test_empty_workbook() -> None:
    reading = read_workbook(xlsx(), COMMUNES, Sending("vinh_thinh"))
    assert [issue.code for issue in reading.issues] == ["empty_workbook"]


def _bomb(parts: dict[str, bytes]) -> None:
    parts[SHEET] = b"<worksheet><sheetData>" + b" " * 60_000_000 + b"</sheetData></worksheet>"


def _entities(parts: dict[str, bytes]) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    parts[SHEET] = laughs + b"<worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>"


def _entities_in_utf_16(parts: dict[str, bytes]) -> None:
    _entities(parts)
    parts[SHEET] = ('<?xml version="1.0" encoding="UTF-16"?>' + parts[SHEET].decode()).encode("utf-16")


def _many_parts(parts: dict[str, bytes]) -> None:
    parts.update({f"xl/media/{index}.bin": b"" for index in range(3000)})


def _too_many_cells(parts: dict[str, bytes]) -> None:
    cells = "".join(f"<c><v>{number % 977}</v></c>" for number in range(16_000))
    parts[SHEET] = f"<worksheet><sheetData>{f'<row>{cells}</row>' * 7}</sheetData></worksheet>".encode()


def _no_sheet(parts: dict[str, bytes]) -> None:
    del parts[SHEET]


def _word(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if name.startswith("xl/")]:
        del parts[name]
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"word/document.xml")
    parts["word/document.xml"] = b'<w:document xmlns:w="w"/>'


def _twice(content: bytes) -> bytes:
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("XL/Worksheets/Sheet1.xml", b"<worksheet/>")
    return file.getvalue()


HOSTILE = {
    "bomb": (changed(_bomb), "unsafe_workbook"),
    "entities": (changed(_entities), "unsafe_workbook"),
    "entities in UTF-16": (changed(_entities_in_utf_16), "unsafe_workbook"),
    "many parts": (changed(_many_parts), "unsafe_workbook"),
    "a part twice": (_twice(SAMPLE), "unsafe_workbook"),
    "a row too far": (with_sheet(rows('<c r="A1048577"><v>1</v></c>')), "damaged_workbook"),
    "a column too far": (with_sheet(rows('<c r="XFE1"><v>1</v></c>')), "damaged_workbook"),
    "no such place": (with_sheet(rows('<c r="A0"><v>1</v></c>')), "damaged_workbook"),
    "a cell twice": (with_sheet(rows('<c r="A1"><v>1</v></c>', '<c r="A1"><v>2</v></c>')), "damaged_workbook"),
    "no such text": (with_sheet(rows('<c r="A1" t="s"><v>99999</v></c>')), "damaged_workbook"),
    "a merge turned over": (with_sheet('<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'), "damaged_workbook"),
    "too many cells": (changed(_too_many_cells), "too_large"),
    "truncated": (SAMPLE[: len(SAMPLE) // 2], "damaged_workbook"),
    "no sheet": (changed(_no_sheet), "damaged_workbook"),
    "a Word file": (changed(_word), "not_a_workbook"),
    "noise": (random.Random(1).randbytes(5000), "not_a_workbook"),
    "noise behind a zip's sign": (b"PK\x03\x04" + random.Random(1).randbytes(5000), "damaged_workbook"),
    "noise behind an .xls's sign": (OLE + random.Random(1).randbytes(5000), "damaged_workbook"),
    "HTML called .xls": (b"<html><table><tr><td>1</td></tr></table></html>", "not_a_workbook"),
    "nothing": (b"", "empty_file"),
    "too large": (b"PK\x03\x04" + bytes(21 * 1024 * 1024), "too_large"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_a_sentence(name: str) -> None:
    content, code = HOSTILE[name]
    reading = read_workbook(content, COMMUNES, Sending("vinh_thinh"))
    assert reading.readings == ()
    assert [issue.code for issue in reading.issues] == [code]


@pytest.mark.parametrize("position", range(100, len(SAMPLE), len(SAMPLE) // 12))
def test_a_flipped_byte_never_raises(position: int) -> None:
    content = bytearray(SAMPLE)
    content[position] ^= 0xFF
    read_workbook(bytes(content), COMMUNES, Sending("vinh_thinh"))


def test_more_words_than_a_report_holds_are_not_looked_through() -> None:
    content = xlsx(*[[f"Dòng {row}", row] for row in range(30)])
    reading = read_workbook(content, COMMUNES, Sending("vinh_thinh"), Limits(texts=29))
    assert [issue.code for issue in reading.issues] == ["too_large"]
    assert "29 ô có chữ" in reading.issues[0].message
    assert codes(read_workbook(content, COMMUNES, Sending("vinh_thinh"), Limits(texts=30))) == ["no_row_recognised"]
