"""Hidden sheets are read like the others, and said so; lists for drop-downs are none."""

import pytest

from tests.intake.sheets import HEADER, POVERTY, TITLE, WATER, cells, codes, make_sheet, read, values

SHOWN = make_sheet(TITLE, (*HEADER, "Kết quả"), (*WATER, 98.9))


@pytest.mark.parametrize("visibility", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_with_a_warning(visibility: str) -> None:
    hidden = make_sheet(TITLE, (*HEADER, "Kết quả"), (*POVERTY, 0.6), name="Ẩn", visibility=visibility)
    reading = read(hidden, SHOWN)
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 0.6}
    assert [(issue.code, issue.sheet) for issue in reading.issues] == [("hidden_sheet_read", "Ẩn")]


def test_a_hidden_sheet_does_not_decide_against_a_visible_one() -> None:
    hidden = make_sheet(TITLE, (*HEADER, "Kết quả"), (*WATER, 90), name="Ẩn", visibility="hidden")
    reading = read(SHOWN, hidden)
    assert values(reading) == {}
    assert codes(reading) == ["duplicate_value", "hidden_sheet_read"]
    message = reading.issues[0].message
    assert "Sheet1!D3" in message
    assert "Ẩn!D3" in message


def test_lists_for_drop_downs_say_nothing() -> None:
    lists = make_sheet((WATER[1], "UBND XÃ TÂN AN"), ("Đạt", 3), name="Danh mục", visibility="veryHidden")
    reading = read(SHOWN, lists)
    assert codes(reading) == []
    assert [table.sheet for table in reading.tables] == ["Sheet1"]


def test_a_hidden_sheet_that_cannot_be_read_is_named_only() -> None:
    hidden = make_sheet((*HEADER, "Quý I/2035"), (*POVERTY, 0.6), name="Ẩn", visibility="hidden")
    reading = read(SHOWN, hidden)
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert [(issue.code, issue.sheet) for issue in reading.issues] == [("hidden_sheet", "Ẩn")]


def test_a_hidden_sheet_of_another_commune_is_an_error() -> None:
    hidden = make_sheet(
        ("UBND XÃ VĨNH PHONG",), TITLE, (*HEADER, "Kết quả"), (*POVERTY, 0.6), name="Ẩn", visibility="hidden"
    )
    reading = read(SHOWN, hidden)
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "commune_conflict") == ["A1"]
