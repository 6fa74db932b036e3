"""Tables as a workbook: types, what stands on top, print, hostile texts."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from indicators.wording import workbooks as words
from indicators.workbooks import About, Column, Figure, Kind, Table, table_workbook, tables_workbook

ABOUT = About("xã Vĩnh Thử", "quý III/2026", datetime(2026, 10, 5, 2, 15))
COLUMNS = (
    Column("TT", 6), Column("Giá trị", 9, Kind.NUMBER, 2), Column("%", 8, Kind.PERCENT, 1),
    Column("Ngày", 12, Kind.DATE), Column("Lúc", 17, Kind.MOMENT), Column("Lần", 6, Kind.NUMBER),
)  # fmt: skip
ROW = ("2.1", Decimal("1234.567"), Decimal("97.25"), date(2026, 10, 5), datetime(2026, 10, 5, 9, 15), 3)


def sheet_of(*rows: Any, notes: tuple[str, ...] = ()) -> Any:
    return load_workbook(BytesIO(table_workbook("Bảng thử", notes, COLUMNS, rows, ABOUT))).worksheets[0]


def test_every_value_has_its_type_and_format() -> None:
    cells = sheet_of(ROW)[5]
    assert [cell.value for cell in cells] == [
        "2.1", 1234.567, 97.25, datetime(2026, 10, 5), datetime(2026, 10, 5, 9, 15), 3,
    ]  # fmt: skip
    assert [cell.data_type for cell in cells] == ["s", "n", "n", "d", "d", "n"]
    assert [cell.number_format for cell in cells] == [
        "General", "#,##0.00", '#,##0.0"%"', "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "#,##0",
    ]  # fmt: skip


def test_a_figure_has_decimals_of_its_own_and_a_yes_is_a_word() -> None:
    sheet = sheet_of(
        ("1", Figure(Decimal("-4.75"), 1, is_signed=True), None, None, None, None), ("2", "Đạt", *[None] * 4)
    )
    assert (sheet["B5"].value, sheet["B5"].number_format) == (-4.75, "+#,##0.0;-#,##0.0;#,##0.0")
    assert (sheet["B6"].value, sheet["B6"].data_type, sheet["C6"].value) == ("Đạt", "s", None)


def test_the_moment_always_stands_on_top() -> None:
    """02:15 UTC is 09:15 in Vietnam."""
    sheet = sheet_of(ROW, notes=("Một ghi chú.",))
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == [
        "Bảng thử", "Xã Vĩnh Thử, quý III/2026", "Theo số liệu có đến ngày 05/10/2026 (09:15)", "Một ghi chú.", "TT",
    ]  # fmt: skip
    assert sheet.auto_filter.ref == "A5:F6"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "A6"


def test_an_empty_table_says_so() -> None:
    assert sheet_of()["A5"].value == words.NO_ROWS


def test_a_wide_table_is_printed_on_a3() -> None:
    def paper(width: int) -> int:
        content = table_workbook("Bảng", (), (Column("a", width),), (("x",),), ABOUT)
        return int(load_workbook(BytesIO(content)).worksheets[0].page_setup.paperSize or 0)

    assert (paper(100), paper(240)) == (9, 8)


def test_a_column_is_as_wide_as_its_numbers() -> None:
    """'99.999.999.999,1234' has 19 characters in a column meant for 9."""
    long = Figure(Decimal("99999999999.1234"), 4)
    assert sheet_of(("1", long, None, None, None, None)).column_dimensions["B"].width >= 20
    assert sheet_of(ROW).column_dimensions["B"].width < 12


@pytest.mark.parametrize("text", ["=1+1", "@x", "+1", "-1", "'a", "=cmd|' /C calc'!A0"])
def test_nothing_becomes_a_formula(text: str) -> None:
    table = Table(text, text, (Column(text, 10),), ((text,),), (text,))
    content = tables_workbook([table, table], About(text, text, ABOUT.as_of))
    with ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 2
    assert not any("<f>" in sheet for sheet in sheets)
    cell = load_workbook(BytesIO(content)).worksheets[0]["A6"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix, "it stays a text when somebody edits the cell"


def test_what_a_workbook_cannot_hold_is_replaced_not_lost() -> None:
    sheet = sheet_of(("a\x00b\ud800c", *[None] * 5), ("x" * 40_000, *[None] * 5))
    assert sheet["A5"].value == "a b c"
    assert len(sheet["A6"].value) == 32_767
    assert sheet["A6"].value.endswith("…")


def test_the_same_tables_give_the_same_bytes_and_their_own_moment() -> None:
    content = table_workbook("Bảng", (), COLUMNS, (ROW,), ABOUT)
    assert content == table_workbook("Bảng", (), COLUMNS, (ROW,), ABOUT)
    assert load_workbook(BytesIO(content)).properties.created == ABOUT.as_of
