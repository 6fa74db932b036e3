"""What a format shows of a number (ECMA-376, part 1, 18.8.31)."""

import pytest

from indicators.intake.workbook.formats import shown_kind

SHOWN = {
    ("General", 1): "n", ("", 1): "n", ("0.00", 1): "n", ("#,##0 _₫;-#,##0 _₫", -1): "n", ("0.00E+00", 1): "n",
    ("0.0%", 0.9): "p", ("[Red]0.0%", 0.9): "p", ("0.0%;-0.0%", -0.9): "p", ("0.0%_);(0.0%)", -0.9): "p",
    ("0.0%;@", -0.9): "p", ("0.0%;@", 0.9): "p",  # the second section is for texts
    ("0.0%;(0.0)", -0.9): "n", ("0.0%;(0.0)", 0.9): "p",
    ('0.0"%"', 94): "n", (r"0.0\%", 94): "n", ('"a;b"0%', -0.9): "p", (r"0\";0%", -0.9): "p",
    ("dd/mm/yyyy", 46230): "d", ("[$-42A]dd/mm/yyyy;@", 46230): "d", ("m/d;@", -1.2): "d", ("[h]:mm", 0.5): "d",
    ('#,##0 "đồng"', 5): "n", ('[$đ-42A]#,##0', 5): "n", ("@", 5): "n",
}  # fmt: skip


@pytest.mark.parametrize(("code", "value"), SHOWN)
def test_shown_as(code: str, value: float) -> None:
    assert shown_kind(code, value) == SHOWN[code, value]
