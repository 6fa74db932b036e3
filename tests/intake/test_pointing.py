"""Where the layout leaves two readings, somebody points once, and the next file of the same shape reads by itself."""

from typing import Any

from indicators.intake import Memory, SheetReading
from indicators.intake.model import Meaning, TableFound
from tests.intake.sheets import HEADER, JOBS, POVERTY, TITLE, WATER, cells, codes, read, values

OPEN = (*HEADER, "Thực hiện kế hoạch quý III")


def only_table(reading: SheetReading) -> TableFound:
    (table,) = reading.tables
    return table


def pointed(rows: list[Any], **meanings: Meaning) -> dict[str, dict[int, Meaning]]:
    """What somebody says of these rows' layout, by the letters of the columns."""
    table = only_table(read(rows))
    numbers = {column.cell.rstrip("0123456789"): column.number for column in table.columns}
    return {table.layout: {numbers[letter]: meaning for letter, meaning in meanings.items()}}


def test_every_table_is_told_as_it_was_understood() -> None:
    header = (*HEADER, "Năm 2025", "Quý III", "Lũy kế 9 tháng", "Kế hoạch", "Cột lạ")
    table = only_table(read([TITLE, (), header, (*WATER, 98, 98.9, 97, 100, 5)]))
    assert [(column.number, column.cell, column.meaning, column.period) for column in table.columns] == [
        (1, "A3", Meaning.IGNORED, None), (2, "B3", Meaning.NAME, None), (3, "C3", Meaning.IGNORED, None),
        (4, "D3", Meaning.YEAR_BEFORE, "2025"), (5, "E3", Meaning.OWN, "2026-Q3"),
        (6, "F3", Meaning.TO_DATE, "2026-Q3"), (7, "G3", Meaning.IGNORED, None), (8, "H3", None, None),
    ]  # fmt: skip
    assert (table.sheet, table.first_row, table.last_row, table.is_open) == ("Sheet1", 3, 4, True)
    assert table.columns[7].text == "Cột lạ"


def test_pointed_once_the_next_quarter_reads_by_itself() -> None:
    rows = [TITLE, OPEN, (*WATER, 98.9), (*POVERTY, 0.6)]
    unread = read(rows)
    assert values(unread) == {}
    assert cells(unread, "column_not_recognised") == ["D2"]
    said = pointed(rows, D=Meaning.OWN)
    first = read(rows, pointed=said)
    assert values(first) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 0.6}
    assert codes(first) == []
    next_rows = [("BÁO CÁO QUÝ IV NĂM 2026",), (*HEADER, "Thực hiện kế hoạch quý IV"), (*WATER, 99.5)]
    second = read(next_rows, memory=Memory(layouts=said))
    assert values(second) == {("clean_water", "2026-Q4"): 99.5}
    assert codes(second) == ["layout_remembered"]
    assert "D2 «Thực hiện kế hoạch quý IV»" in second.issues[0].message


def test_other_words_or_another_order_are_another_layout() -> None:
    said = pointed([TITLE, OPEN, (*WATER, 98.9)], D=Meaning.OWN)
    for header in (
        (*HEADER, "Thực hiện kế hoạch năm sau"),
        (*HEADER, "Thực hiện kế hoạch quý III", "Thực hiện (%)"),
        ("TT", "ĐVT", "Chỉ tiêu", "Thực hiện kế hoạch quý III"),
    ):
        assert values(read([TITLE, header, (*WATER, 98.9, 1)], memory=Memory(layouts=said))) == {}


def test_years_that_change_places_are_another_layout() -> None:
    rows = [TITLE, (*HEADER, "Thực hiện KH 2025", "Thực hiện KH 2026"), (*WATER, 98, 98.9)]
    said = pointed(rows, D=Meaning.YEAR_BEFORE, E=Meaning.OWN)
    assert values(read(rows, pointed=said)) == {("clean_water", "2025"): 98, ("clean_water", "2026-Q3"): 98.9}
    later = [("QUÝ I NĂM 2027",), (*HEADER, "Thực hiện KH 2026", "Thực hiện KH 2027"), (*WATER, 98.9, 99)]
    memory = Memory(layouts=said)
    assert values(read(later, memory=memory)) == {("clean_water", "2026"): 98.9, ("clean_water", "2027-Q1"): 99}
    reversed_years = [rows[0], (*HEADER, "Thực hiện KH 2026", "Thực hiện KH 2025"), (*WATER, 98.9, 98)]
    assert values(read(reversed_years, memory=memory)) == {}


def test_a_flow_or_a_total_is_what_somebody_says() -> None:
    rows = [TITLE, (*HEADER, "Thực hiện quý III"), (*JOBS, 131)]
    doubtful = read(rows)
    assert codes(doubtful) == ["cumulative_unclear"]
    assert only_table(doubtful).columns[3].meaning is None
    total = read(rows, pointed=pointed(rows, D=Meaning.TO_DATE))
    assert (values(total), codes(total)) == ({("new_jobs", "2026-Q3"): 131}, [])
    flow = read(rows, pointed=pointed(rows, D=Meaning.OWN))
    assert values(flow) == {}
    assert "flow_not_read" in codes(flow)


def test_what_is_said_of_this_file_comes_before_what_is_remembered() -> None:
    rows = [TITLE, OPEN, (*WATER, 98.9)]
    memory = Memory(layouts=pointed(rows, D=Meaning.IGNORED))
    assert values(read(rows, memory=memory)) == {}
    reading = read(rows, memory=memory, pointed=pointed(rows, D=Meaning.OWN))
    assert (values(reading), codes(reading)) == ({("clean_water", "2026-Q3"): 98.9}, [])


def test_pointing_against_the_header_is_allowed_and_said() -> None:
    rows = [TITLE, (*HEADER, "Kế hoạch", "Ghi chú"), (*WATER, 98.9, "ổn")]
    reading = read(rows, pointed=pointed(rows, D=Meaning.OWN, E=Meaning.IGNORED))
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "pointed_against_header") == ["D2"]
    assert [remark.text for remark in reading.remarks] == ["ổn"]


def test_a_unit_column_left_out_by_somebody_still_tells_the_unit() -> None:
    rows = [TITLE, OPEN, (WATER[0], WATER[1], "người", 98.9)]
    reading = read(rows, pointed=pointed(rows, C=Meaning.IGNORED, D=Meaning.OWN))
    assert values(reading) == {}
    assert "unit_mismatch" in codes(reading)


def test_a_block_without_a_header_is_offered_and_read_once_pointed_at() -> None:
    rows = [TITLE, (), (WATER[1], 100, 98.9), (POVERTY[1], 0.5, 0.6)]
    unread = read(rows)
    assert values(unread) == {}
    assert only_table(unread).is_open
    said = pointed(rows, A=Meaning.NAME, B=Meaning.IGNORED, C=Meaning.OWN)
    reading = read(rows, pointed=said)
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("multidimensional_poverty", "2026-Q3"): 0.6}
    assert codes(reading) == []
    later = [("QUÝ IV NĂM 2026",), (), (WATER[1], 100, 99), (POVERTY[1], 0.5, 0.4)]
    assert len(values(read(later, memory=Memory(layouts=said)))) == 2
    others = [TITLE, (), ("Số hộ cận nghèo", 100, 98.9), (POVERTY[1], 0.5, 0.6)]
    assert values(read(others, memory=Memory(layouts=said))) == {}


def test_unknown_names_without_a_header_are_all_open() -> None:
    table = only_table(read([("Cây lúa", 3.5, "ha"), ("Cây ngô", 4.5, "ha")]))
    assert [column.meaning for column in table.columns] == [None, None, None][: len(table.columns)]
    assert (table.first_row, table.last_row) == (1, 2)


def test_a_name_column_that_the_header_does_not_say() -> None:
    rows = [TITLE, ("TT", "Cột một", "ĐVT", "Kết quả"), ("17", "Tỷ lệ dân được dùng nước sạch", "%", 98.9)]
    said = pointed(rows, B=Meaning.NAME)
    reading = read(rows, pointed=said)
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
