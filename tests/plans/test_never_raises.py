"""Whatever stands in the cells of a plan's workbook, reading gives issues, never an exception."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tests.plans.desk import reading_desk

ODD = (
    None, "", " ", "x", "Ngừng", "Tạm dừng", "Đạt", "Trong khoảng", "Theo bậc", "Như các năm trước", "Mức trên", "kb1",
    "99", "9.1", "17", -1, 0, 0.00001, 1e300, 2026, 2031, 12.5, "1.234", "1e5", "=1/0", "#REF!", True, date(2026, 1, 1),
    date(1900, 1, 5), "31/02/2027", "A" * 5000, "\u202e", "≥", "Mã", "Hằng năm", "Đến năm", "Bình quân", "Đều",
    "Tỷ trọng riêng", "Thành phố", "HĐND xã", "(suy ra)", "clean_water", "đạt/chưa",
)  # fmt: skip


@pytest.mark.parametrize("seed", [*range(8), 110])
def test_odd_cells_are_issues_at_most(seed: int) -> None:
    chance, desk = random.Random(seed), reading_desk()
    for page in desk.book.worksheets:
        for _ in range(chance.choice((1, 20, 120))):
            row = chance.randint(1 if chance.random() < 0.05 else 5, page.max_row)
            page.cell(row, chance.randint(1, page.max_column)).value = chance.choice(ODD)
    preview = desk.preview(valid_from=chance.choice((None, date(2026, 11, 1), date(2029, 7, 15), date(2031, 1, 1))))
    assert preview.changes or preview.issues
    assert all(issue.message for issue in preview.issues)
