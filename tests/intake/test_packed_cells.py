"""Cells as columns: the same mapping as cells one by one, and no cells out of columns that fit no sheet."""

import pytest

from indicators.intake.workbook.cells import Cell, CellKind, PackedCells, Place
from indicators.intake.workbook.raw import BETWEEN_TEXTS, LAST_COLUMN, LAST_ROW, Layout, RawSheet, Refused
from indicators.limits import STANDARD


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
    assert sheet.put_row(7, ((2, 4), "tp"), ["Nước", "0.5"])
    sheet.put(1, 1, "f", "")
    assert PackedCells.sent(*sheet.sent()["cells"]) == {  # type: ignore[misc]
        (5, 2): ("n", "1"),
        (7, 2): ("t", "Nước"),
        (7, 4): ("p", "0.5"),
        (1, 1): ("f", ""),
    }
    assert PackedCells.sent(*RawSheet("Trống").sent()["cells"]) == {}  # type: ignore[misc]


def test_a_text_that_holds_the_mark_between_texts() -> None:
    sheet = RawSheet("Q3")
    sheet.put(1, 1, "t", f"a{BETWEEN_TEXTS}b")
    sheet.put(1, 2, "f", "")
    assert PackedCells.sent(*sheet.sent()["cells"]) == {  # type: ignore[misc]
        (1, 1): ("t", f"a{BETWEEN_TEXTS}b"),
        (1, 2): ("f", ""),
    }


def test_only_texts_keep_the_mark_of_a_font_whenever_it_is_set() -> None:
    sheet = RawSheet("Q3")
    sheet.put(1, 1, "t", "D©n sè")
    sheet.put(1, 2, "n", "1")
    sheet.put(1, 3, "t", " ")
    for column in (1, 2, 3, 4):
        sheet.mark(1, column, "tcvn3")
    assert sheet.sent()["legacy"] == [(1, 1, "tcvn3")]


def test_a_row_is_put_at_once_only_where_its_cells_ascend() -> None:
    sheet = RawSheet("Q3", limits=STANDARD._replace(text_letters=3))
    layout = ((2, 3), "nn")
    sheet.put(4, 1, "n", "1")
    assert not sheet.put_row(4, layout, ["1", "2"])
    assert not sheet.put_row(3, layout, ["1", "2"])
    assert not sheet.put_row(LAST_ROW + 1, layout, ["1", "2"])
    assert not sheet.put_row(5, ((2, LAST_COLUMN + 1), "nn"), ["1", "2"])
    assert not sheet.put_row(5, layout, ["1", "2345"])
    assert sheet.put_row(5, layout, ["1", "2"])
    with pytest.raises(Refused) as refused:
        sheet.put(5, 3, "n", "3")
    assert (refused.value.trouble, refused.value.place) == ("cell_twice", (5, 3))


@pytest.mark.parametrize(
    ("layouts", "rows", "texts"),
    [
        ([[[1], "n"]], [[1, 0]], ["1", "2"]),
        ([[[1], "nn"]], [[1, 0]], "1"),
        ([[[1], "?"]], [[1, 0]], "1"),
        ([[["1"], "n"]], [[1, 0]], "1"),
        ([[[1.0], "n"]], [[1, 0]], "1"),
        ([[[1], "n"]], [["1", 0]], "1"),
        ([[[10**30], "n"]], [[1, 0]], "1"),
        ([[[1], "n"]], [[1, 1]], "1"),
        ([[[1], "n"]], [[1, 0]], [1]),
        ([[[*range(1, 9999)], "n" * 9998]], [[1, 0]] * 99_999, "1"),
    ],
)
def test_columns_that_fit_no_sheet(layouts: list[Layout], rows: list[tuple[int, int]], texts: str) -> None:
    with pytest.raises((ValueError, TypeError, IndexError)):
        PackedCells.sent(layouts, rows, texts)
