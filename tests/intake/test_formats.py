"""What a format shows of a number (ECMA-376, part 1, 18.8.31)."""

from typing import Any

import pytest
from openpyxl import Workbook as Book

from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.formats import shown_kind
from indicators.intake.workbook.isolation import load_workbook
from tests.intake.sheets import saved

SHOWN = {
    ("General", 1): "n", ("", 1): "n", ("0.00", 1): "n", ("#,##0 _₫;-#,##0 _₫", -1): "n", ("0.00E+00", 1): "n",
    ("0.0%", 0.9): "p", ("[Red]0.0%", 0.9): "p", ("0.0%;-0.0%", -0.9): "p", ("0.0%_);(0.0%)", -0.9): "p",
    ("0.0%;@", -0.9): "p", ("0.0%;@", 0.9): "p",  # the second section is for texts
    ("0.0%;(0.0)", -0.9): "n", ("0.0%;(0.0)", 0.9): "p",
    ('0.0"%"', 94): "n", (r"0.0\%", 94): "n", ('"a;b"0%', -0.9): "p", (r"0\";0%", -0.9): "p",
    ("dd/mm/yyyy", 46230): "d", ("[$-42A]dd/mm/yyyy;@", 46230): "d", ("m/d;@", -1.2): "d", ("[h]:mm", 0.5): "d",
    ('#,##0 "đồng"', 5): "n", ('[$đ-42A]#,##0', 5): "n", ("@", 5): "n",
    ("[<=1]0.0%;0.0", 0.9): "p", ("[<=1]0.0%;0.0", 94): "n", ("[>1]0.0;0.0%", 0.9): "p", ("[>1]0.0;0.0%", 94): "n",
    ("[<0]0.0%;[>=10]0;0.0", -0.1): "p", ("[<0]0.0%;[>=10]0;0.0", 5): "n", ("[=0]0%;[<>0]0", 0): "p",
    ("[<0]0%", 5): "p",
}  # fmt: skip


@pytest.mark.parametrize(("code", "value"), SHOWN)
def test_shown_as(code: str, value: float) -> None:
    assert shown_kind(code, value) == SHOWN[code, value]


def test_a_size_decides_for_each_cell_of_a_sheet() -> None:
    book = Book()
    sheet: Any = book.active
    for row, value in enumerate((94, 0.9, 97, -3), start=1):
        sheet.cell(row, 1, value).number_format = "[<=1]0.0%;0.0"
    workbook = load_workbook(saved(book))
    assert isinstance(workbook, Workbook), workbook
    assert [cell.kind for cell in workbook.sheets[0].cells.values()] == ["n", "p", "n", "p"]
