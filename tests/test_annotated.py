"""The file with its troubles as comments, read back by openpyxl, by LibreOffice and by our own reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from indicators.annotated import annotated
from indicators.intake import Sending, SheetReading, read_workbook
from indicators.intake.model import Issue, Severity
from indicators.intake.workbook.cells import Cell, CellKind, Place, Range, Sheet, Visibility
from indicators.intake.workbook.cells import Workbook as Cells
from indicators.wording.intake_page import COMMENT_AUTHOR
from tests.makers import make_catalogue

ROWS = (
    ["BÁO CÁO QUÝ III NĂM 2026"],
    ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện quý III/2026"],
    ["12", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 94.1],
    ["17", "Tỷ lệ dân số được sử dụng nước sạch", "%", "chín mươi"],
)
FILES = Path(__file__).parent / "intake" / "files"


def book() -> Workbook:
    made = Workbook()
    made.remove(made.worksheets[0])
    sheet = made.create_sheet("Quý 3")
    for row in ROWS:
        sheet.append(row)
    sheet["D3"].font = Font(bold=True, color="FF0000")
    return made


def saved(made: Workbook) -> bytes:
    made.save(file := BytesIO())
    return file.getvalue()


def read(content: bytes) -> SheetReading:
    return read_workbook(content, make_catalogue(), Sending("vinh_thinh"))


def trouble(message: str, cell: str | None = "D4", sheet: str | None = "Quý 3") -> Issue:
    return Issue("text_not_number", Severity.ERROR, message, sheet, cell)


def comments(content: bytes, sheet: str = "Quý 3") -> dict[str, str]:
    opened = load_workbook(BytesIO(content))
    return {c.coordinate: c.comment.text for row in opened[sheet].iter_rows() for c in row if c.comment}


def test_the_troubled_cell_says_what_is_wrong_with_it() -> None:
    content = saved(book())
    reading = read(content)
    (error,) = reading.errors
    made = annotated(content, reading)
    assert (made.suffix, made.is_copy) == (".xlsx", False)
    assert comments(made.content) == {"D4": error.message}
    opened = load_workbook(BytesIO(made.content))["Quý 3"]
    assert opened["D4"].comment.author == COMMENT_AUTHOR
    assert opened["D3"].font.bold
    assert opened["D3"].font.color.rgb == "00FF0000"


def test_every_other_part_stays_as_it_was() -> None:
    made = book()
    chart = BarChart()
    chart.add_data(Reference(made["Quý 3"], min_col=4, min_row=2, max_row=3))
    sheet: Worksheet = made["Quý 3"]
    sheet.add_chart(chart, "F2")
    content = saved(made)
    before, after = ZipFile(BytesIO(content)), ZipFile(BytesIO(annotated(content, read(content)).content))
    touched = {"[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"}
    assert any("chart" in name for name in before.namelist())
    assert {n for n in before.namelist() if after.read(n) != before.read(n)} == touched
    assert set(after.namelist()) - set(before.namelist()) == {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}


def test_comments_that_are_there_are_kept() -> None:
    made = book()
    made["Quý 3"]["D4"].comment = Comment("Xem lại với thôn 3", "Lan")
    made["Quý 3"]["B3"].comment = Comment("Theo BHXH", "Lan")
    content = saved(made)
    reading = replace(read(content), issues=(trouble("Cần một con số."), trouble("Khác xa số đã có.", "D3")))
    kept = comments(annotated(content, reading).content)
    assert kept == {"D4": "Xem lại với thôn 3\nCần một con số.", "B3": "Theo BHXH", "D3": "Khác xa số đã có."}


def test_what_no_xml_may_hold_is_left_out_of_a_comment() -> None:
    content = saved(book())
    made = annotated(content, replace(read(content), issues=(trouble("Ô ghi «chín\x01 \ufffemươi»."),)))
    assert comments(made.content) == {"D4": "Ô ghi «chín mươi»."}


def test_two_troubles_of_a_cell_and_those_without_one() -> None:
    content = saved(book())
    issues = (
        trouble("Một <b>."), trouble("Hai & ba."), trouble("Cả trang.", None), trouble("Cả tệp.", None, None),
        trouble("Trang khác.", "D4", "Không có"),
    )  # fmt: skip
    made = annotated(content, replace(read(content), issues=issues))
    assert comments(made.content) == {"D4": "Một <b>.\nHai & ba.", "A1": "Cả trang.\nCả tệp.\nTrang khác."}


def test_the_drawing_is_named_before_the_tables_as_the_schema_asks() -> None:
    made = book()
    made["Quý 3"].add_table(Table(displayName="Bang", ref="A2:D4"))
    content = saved(made)
    part = ZipFile(BytesIO(annotated(content, read(content)).content)).read("xl/worksheets/sheet1.xml")
    assert part.index(b"<legacyDrawing ") < part.index(b"<tableParts ")


def test_a_workbook_with_macros_keeps_them_and_its_name() -> None:
    content = BytesIO(saved(book()))
    with ZipFile(content) as old, ZipFile(changed := BytesIO(), "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                    b"vnd.ms-excel.sheet.macroEnabled.main",
                )
            new.writestr(name, part)
        new.writestr("xl/vbaProject.bin", b"\x00macros")
    made = annotated(changed.getvalue(), read(changed.getvalue()))
    assert (made.suffix, made.is_copy) == (".xlsm", False)
    assert ZipFile(BytesIO(made.content)).read("xl/vbaProject.bin") == b"\x00macros"


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_a_file_of_another_kind_comes_as_a_copy(suffix: str) -> None:
    content = (FILES / f"bao_cao_quy_3_2026.{suffix}").read_bytes()
    reading = read(content)
    first = reading.readings[0]
    noted = replace(reading, issues=(trouble("Xem lại.", first.cell, first.sheet),))
    made = annotated(content, noted)
    assert (made.suffix, made.is_copy) == (".xlsx", True)
    assert comments(made.content, first.sheet) == {first.cell: "Xem lại."}
    again = read(made.content)
    assert again.readings == reading.readings
    assert again.remarks == reading.remarks


def test_no_cell_of_a_copy_starts_a_formula() -> None:
    texts = ["=1+1", "+cmd|'/c calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "thường"]
    cells = {Place(row, 1): Cell(CellKind.TEXT, text) for row, text in enumerate(texts, start=1)}
    cells |= {Place(1, 2): Cell(CellKind.ERROR, "#REF!"), Place(1, 3): Cell(CellKind.DATE, "2026-09-30")}
    cells |= {Place(2, 3): Cell(CellKind.PERCENT, "0.941"), Place(2, 2): Cell(CellKind.BOOLEAN, "TRUE")}
    sheet = Sheet("a/b", Visibility.VISIBLE, cells, [Range(8, 1, 9, 2)], frozenset({3}), frozenset({2}))
    issues = (trouble("Xem lại.", "A1", "a/b"),)
    made = annotated(b"a,b", SheetReading(None, None, (), (), issues, Cells([sheet])))
    (opened,) = load_workbook(BytesIO(made.content)).worksheets
    column = [opened.cell(row, 1) for row in range(1, 7)]
    assert [cell.value for cell in column] == texts
    assert {cell.data_type for cell in column} == {"s"}
    assert [cell.quotePrefix for cell in column] == [True, True, True, True, False, False]
    assert (opened["C1"].value.date().isoformat(), opened["C2"].number_format) == ("2026-09-30", "0.00%")
    assert (opened["A1"].comment.text, opened["B1"].data_type, opened["B2"].value) == ("Xem lại.", "s", True)
    assert ([str(merge) for merge in opened.merged_cells.ranges], opened.row_dimensions[3].hidden) == (["A8:B9"], True)
    assert opened.column_dimensions["B"].hidden


@pytest.mark.libreoffice
def test_libreoffice_opens_what_is_sent_back(tmp_path: Path, libreoffice_save: Callable[..., Path]) -> None:
    made = book()
    made["Quý 3"]["B3"].comment = Comment("Theo BHXH", "Lan")
    content = saved(made)
    reading = read(content)
    path = tmp_path / "gui-lai.xlsx"
    path.write_bytes(annotated(content, reading).content)
    again = libreoffice_save(path).read_bytes()
    assert comments(again) == {"B3": "Theo BHXH", "D4": reading.errors[0].message}
    assert read(again).readings == reading.readings


def test_what_could_not_be_read_has_no_cells_to_comment() -> None:
    with pytest.raises(ValueError, match="nothing was read"):
        annotated(b"x", read(b"x"))
