"""Cells as columns: the same mapping as cells one by one, and no cells out of columns that fit no sheet."""

import pytest

from indicators.intake.workbook.cells import Cell, CellKind, PackedCells, Place
from indicators.intake.workbook.raw import RawSheet


def test_the_columns_are_the_mapping() -> None:
    packed = PackedCells([2, 1], [1, 3], "tn", ["Nước sạch", "98.9"])
    assert packed == {
        Place(2, 1): Cell(CellKind.TEXT, "Nước sạch"),
        Place(1, 3): Cell(CellKind.NUMBER, "98.9"),
    }
    assert list(packed.items()) == [((2, 1), ("t", "Nước sạch")), ((1, 3), ("n", "98.9"))]


def test_what_is_sent_is_what_was_put() -> None:
    sheet = RawSheet("Q3")
    sheet.put(5, 2, "n", "1")
    sheet.put(1, 1, "f", "")
    assert PackedCells(*sheet.sent()["cells"]) == {(5, 2): ("n", "1"), (1, 1): ("f", "")}  # type: ignore[misc]
    assert PackedCells(*RawSheet("Trống").sent()["cells"]) == {}  # type: ignore[misc]


@pytest.mark.parametrize(
    "columns",
    [
        ([1], [], "n", ["1"]),
        ([1], [1], "?", ["1"]),
        (["1"], [1], "n", ["1"]),
        ([1], [1], "n", [1]),
        ([1.0], [1], "n", ["1"]),
    ],
)
def test_columns_that_fit_no_sheet(columns: tuple[list[int], list[int], str, list[str]]) -> None:
    with pytest.raises(ValueError, match="no columns of cells"):
        PackedCells(*columns)
