"""Periods in words, and what titles, sheet names, columns and the argument say together."""

import pytest

from indicators.intake.periods.document import main_mentions
from indicators.intake.periods.words import Mention, find_mentions
from indicators.periods import Kind, parse_period
from tests.intake.sheets import GROWTH, HEADER, JOBS, ON_TIME, TITLE, WATER, cells, codes, make_sheet, read, values

Q, M, H, N, Y = Kind.QUARTER, Kind.MONTH, Kind.HALF, Kind.NINE_MONTHS, Kind.YEAR
RESULT = (*HEADER, "Kết quả")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Quý III/2026", Mention(2026, Q, 3)),
        ("Quý 3 năm 2026", Mention(2026, Q, 3)),
        ("Q3/2026", Mention(2026, Q, 3)),
        ("Q.III/2026", Mention(2026, Q, 3)),
        ("2026-Q3", Mention(2026, Q, 3)),
        ("Quý 03-2026", Mention(2026, Q, 3)),
        ("Quy 1", Mention(None, Q, 1)),
        ("III/2026", Mention(2026, Q, 3)),
        ("TH II/2026", Mention(2026, Q, 2)),
        ("IV - 2026", Mention(2026, Q, 4)),
        ("Quý III/2026 - xã Vĩnh Thịnh", Mention(2026, Q, 3)),
        ("Quý 3 - xã Vĩnh Thịnh, 2026", Mention(2026, Q, 3)),
        ("Tháng 9/2026 - Phường Hồng Bàng", Mention(2026, M, 9)),
        ("Quý_3_2026", Mention(2026, Q, 3)),
        ("quý tư", Mention(None, Q, 4)),
        ("QUÝ I NĂM 2026", Mention(2026, Q, 1)),
        ("Năm 2026 - Quý 3", Mention(2026, Q, 3)),
        ("T7", Mention(None, M, 7)),
        ("T7/2026", Mention(2026, M, 7)),
        ("Tháng 7", Mention(None, M, 7)),
        ("Th 7", Mention(None, M, 7)),
        ("tháng mười hai", Mention(None, M, 12)),
        ("7/2026", Mention(2026, M, 7)),
        ("07/2026", Mention(2026, M, 7)),
        ("Lũy kế 9 tháng", Mention(None, N, 1, to_date=True)),
        ("9 tháng đầu năm 2026", Mention(2026, N, 1, to_date=True)),
        ("9T/2026", Mention(2026, N, 1, to_date=True)),
        ("chín tháng", Mention(None, N, 1, to_date=True)),
        ("6 tháng đầu năm", Mention(None, H, 1, to_date=True)),
        ("6 tháng cuối năm", Mention(None, H, 2)),
        ("ba tháng", Mention(None, Q, 1, to_date=True)),
        ("lũy kế 7 tháng", Mention(None, M, 7, to_date=True)),
        ("cả năm", Mention(None, Y, to_date=True)),
        ("12 tháng năm 2025", Mention(2025, Y, to_date=True)),
        ("Thực hiện năm 2025", Mention(2025, None)),
        ("đến hết năm 2025", Mention(2025, None)),
        ("đến 30/9/2026", Mention(2026, M, 9, to_date=True)),
        ("đến ngày 30 tháng 9 năm 2026", Mention(2026, M, 9, to_date=True)),
        ("lũy kế đến hết tháng 9", Mention(None, M, 9, to_date=True)),
    ],
)
def test_period_in_words(text: str, mention: Mention) -> None:
    assert find_mentions(text) == [mention]


@pytest.mark.parametrize(
    "text",
    [
        "Ước thực hiện",
        "Hải Phòng, ngày 05 tháng 10 năm 2026",
        "05/10/2026",
        "tính đến ngày 05/10/2026",
        "Nghị quyết số 12-NQ/ĐU ngày 05/10/2026",
        "Nghị quyết số 05/2026/NQ-HĐND",
        "Công văn 12-NQ/TW",
        "Báo cáo 123 - BC/UBND",
        "Số: 123/BC-UBND",
        "giai đoạn 2026-2030",
        "nhiệm kỳ 2025-2030",
        "từ năm 2026 đến năm 2030",
        "đến năm 2030",
        "năm học 2025-2026",
        "Biểu số 01",
        "Theo tháng",
        "Quý cơ quan",
        "2.026 người",
        "Quý V/2026",
        "quý 5 năm 2026",
        "Tháng 13/2026",
    ],
)
def test_no_period(text: str) -> None:
    assert find_mentions(text) == []


@pytest.mark.parametrize(
    ("title", "mentions"),
    [
        ("KẾT QUẢ QUÝ III, NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2026", [Mention(2026, Q, 3)]),
        ("Kết quả thực hiện nhiệm vụ quý III, phương hướng quý IV/2026", [Mention(2026, Q, 3)]),
        ("Kết quả quý III năm 2026 so với quý II năm 2026", [Mention(2026, Q, 3)]),
        ("Quý III và 9 tháng năm 2026", [Mention(2026, Q, 3), Mention(2026, N, 1, to_date=True)]),
        ("Biểu T1 năm 2026", [Mention(2026, None)]),
    ],
)
def test_titles_speak_of_their_own_time(title: str, mentions: list[Mention]) -> None:
    assert main_mentions(title) == mentions


@pytest.mark.parametrize(
    "title",
    [
        "BÁO CÁO QUÝ III NĂM 2026",
        "Kết quả quý III, nhiệm vụ quý IV năm 2026",
        "Báo cáo kinh tế - xã hội quý III và 9 tháng đầu năm 2026",
        "Quý III/2026 (Kèm theo Báo cáo số 12/BC-UBND ngày 05/10/2026)",
        "Nghị quyết nhiệm kỳ 2025-2030: kết quả quý III năm 2026",
        "BÁO CÁO QUÝ III/2026 - XÃ VĨNH THỊNH",
        "BÁO CÁO QUÝ III NĂM 2026 - XÃ VĨNH THỊNH",
        "BÁO CÁO QUÝ III NĂM 2026 – XÃ VĨNH THỊNH",
        "BÁO CÁO QUÝ III NĂM 2026-XÃ VĨNH THỊNH",
    ],
)
def test_document_period_from_the_title(title: str) -> None:
    assert values(read([(title,), RESULT, (*WATER, 98.9)])) == {("clean_water", "2026-Q3"): 98.9}


def test_period_before_the_name_of_the_commune_holds_for_the_columns() -> None:
    for title in ("BÁO CÁO QUÝ III/2026 - XÃ VĨNH THỊNH", "BÁO CÁO QUÝ III NĂM 2026 – XÃ VĨNH THỊNH"):
        reading = read([(title,), (*HEADER, "Quý III", "Lũy kế"), (*WATER, 98.9, 98), (*JOBS, 131, 402)])
        assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("new_jobs", "2026-Q3"): 402}
        assert codes(reading) == []


def test_quarter_in_the_sheet_name_and_year_in_the_title() -> None:
    reading = read(make_sheet(("SỐ LIỆU NĂM 2026",), RESULT, (*WATER, 98.9), name="Quý 3"))
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert reading.period == "2026-Q3"


def test_period_in_neighbouring_cells_of_a_title() -> None:
    reading = read([("Quý:", 3, "Năm:", 2026), RESULT, (*WATER, 98.9)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}


def test_argument_completes_what_the_sheet_leaves_open() -> None:
    assert values(read([RESULT, (*WATER, 98.9)], period=parse_period("2026-Q2"))) == {("clean_water", "2026-Q2"): 98.9}
    quarter = read([("QUÝ III",), RESULT, (*WATER, 98.9)], period=parse_period("2026-Q3"))
    assert values(quarter) == {("clean_water", "2026-Q3"): 98.9}


def test_argument_names_one_sheet_of_several() -> None:
    sheets = [
        make_sheet(("NĂM 2026",), RESULT, (*WATER, value), name=name) for name, value in (("Quý I", 97), ("Quý II", 98))
    ]
    reading = read(*sheets, period=parse_period("2026-Q2"))
    assert len(values(reading)) == 2
    assert reading.period == "2026-Q2"


def test_other_periods_beside_the_reports_own() -> None:
    header = (*HEADER, "Thực hiện năm 2025", "Thực hiện quý II/2026", "Thực hiện quý III/2026")
    reading = read([TITLE, header, (*WATER, 97, 98, 98.9)])
    assert values(reading) == {
        ("clean_water", "2025"): 97,
        ("clean_water", "2026-Q2"): 98,
        ("clean_water", "2026-Q3"): 98.9,
    }
    assert codes(reading) == []


def test_six_months_are_the_quarters_in_a_quarters_report_and_the_halfs_in_a_halfs() -> None:
    quarter = read([("QUÝ II NĂM 2026",), (*HEADER, "Thực hiện quý II", "Lũy kế 6 tháng"), (*JOBS, 153, 271)])
    assert values(quarter) == {("new_jobs", "2026-Q2"): 271}
    half = read([("6 THÁNG ĐẦU NĂM 2026",), (*HEADER, "Thực hiện 6 tháng"), (*JOBS, 271)])
    assert values(half) == {("new_jobs", "2026-H1"): 271}
    assert codes(half) == codes(quarter) == []


def test_six_months_without_a_report_are_the_quarters_beside_them() -> None:
    reading = read([(*HEADER, "Thực hiện quý II/2026", "Lũy kế 6 tháng"), (*JOBS, 153, 271), (*WATER, 98, 97)])
    assert values(reading) == {("new_jobs", "2026-Q2"): 271, ("clean_water", "2026-Q2"): 98}


def test_estimates_are_marked() -> None:
    reading = read([TITLE, (*HEADER, "Ước thực hiện quý III", "Ước thực hiện cả năm 2026"), (*WATER, 98.9, 99)])
    assert [(found.period, found.estimate) for found in reading.readings] == [("2026", True), ("2026-Q3", True)]


def test_a_firm_value_beats_the_estimate_beside_it() -> None:
    header = (*HEADER, "Ước thực hiện quý III", "Thực hiện quý III")
    reading = read([TITLE, header, (*WATER, 99, 98.9), (*ON_TIME, 99.1, None)])
    assert [(found.measure, float(found.value), found.estimate) for found in reading.readings] == [
        ("clean_water", 98.9, False), ("procedures_on_time", 99.1, True),
    ]  # fmt: skip


def test_year_in_a_report_on_part_of_it() -> None:
    rows = [(*HEADER, "Năm 2025", "Năm 2026"), (None, None, None, "Thực hiện", "Thực hiện"), (*WATER, 97, 98.9)]
    assert values(read([TITLE, *rows])) == {("clean_water", "2025"): 97, ("clean_water", "2026-Q3"): 98.9}
    unclear = read([TITLE, (*HEADER, "Thực hiện quý III", "Thực hiện năm 2026"), (*WATER, 98.9, 98)])
    assert values(unclear) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(unclear, "column_not_recognised") == ["E2"]


@pytest.mark.parametrize(
    ("rows", "name", "argument", "places"),
    [
        ([TITLE, RESULT, (*WATER, 98)], "Quý 2", None, ("ô A1", "«Quý 2»")),
        ([TITLE, ("Quý II năm 2026",), RESULT, (*WATER, 98)], "S", None, ("ô A1", "ô A2")),
        ([TITLE, RESULT, (*WATER, 98)], "S", "2026-Q2", ("kỳ được chọn", "ô A1")),
        ([TITLE, (*HEADER, "Thực hiện quý II/2026"), (*WATER, 98)], "S", None, ("ô A1", "«Thực hiện quý II/2026»")),
        (
            [TITLE, (*HEADER, "Thực hiện quý III", "Lũy kế 6 tháng"), (*WATER, 98, 97)],
            "S",
            None,
            ("ô A1", "«Lũy kế 6 tháng»"),
        ),
        (
            [(*HEADER, "Thực hiện quý III/2026", "Lũy kế 6 tháng"), (*WATER, 98, 97)],
            "S",
            None,
            ("quý III", "«Lũy kế 6 tháng»"),
        ),
        ([(*HEADER, "Quý II/2026"), (*WATER, 98)], "S", "2026-Q3", ("kỳ được chọn", "«Quý II/2026»")),
        ([("NĂM 2026",), (*HEADER, "Quý I/2025"), (*WATER, 98)], "S", None, ("ô A1", "«Quý I/2025»")),
        ([TITLE, ("Chỉ tiêu", "Kỳ", "Giá trị"), (WATER[1], "Quý II/2026", 98)], "S", None, ("ô A1", "quý II")),
    ],
)
def test_two_periods_that_disagree(rows: list, name: str, argument: str | None, places: tuple[str, str]) -> None:
    reading = read(make_sheet(*rows, name=name), period=parse_period(argument) if argument else None)
    assert values(reading) == {}
    assert codes(reading) == ["period_conflict"]
    assert all(place in reading.issues[0].message for place in places)


def test_no_period_anywhere() -> None:
    for header in ("Kết quả", "Quý III"):
        reading = read([(*HEADER, header), (*WATER, 98)])
        assert values(reading) == {}
        assert cells(reading, "period_missing") == ["D1"]


@pytest.mark.parametrize("rows", [[("QUÝ III NĂM 2019",), RESULT], [(*HEADER, "Quý III/2035")], [(*HEADER, 2020)]])
def test_year_outside_the_plan(rows: list) -> None:
    reading = read([*rows, (*WATER, 98)])
    assert values(reading) == {}
    assert codes(reading) == ["period_out_of_range"]


# Which column a measure takes.


def test_level_takes_the_periods_own_column_and_the_others_the_cumulative_one() -> None:
    for own, total in (("Thực hiện quý III", "Lũy kế 9 tháng"), ("Trong kỳ", "Cộng dồn"), ("Kết quả", "Từ đầu năm")):
        rows = [(*WATER, 98.9, 98), (*JOBS, 131, 402), (*ON_TIME, 99.9, 99.6), (*GROWTH, 16, 15.2)]
        reading = read([TITLE, (*HEADER, own, total), *rows])
        assert sorted(values(reading).values()) == [15.2, 98.9, 99.6, 402]
        assert codes(reading) == []


def test_one_column_is_taken_as_it_stands() -> None:
    reading = read([TITLE, (*HEADER, "Kết quả"), (*JOBS, 402)])
    assert values(reading) == {("new_jobs", "2026-Q3"): 402}
    assert codes(reading) == []


def test_a_flow_alone_is_doubtful_after_the_first_period_of_the_year() -> None:
    third = read([(*HEADER, "Thực hiện quý III/2026"), (*JOBS, 131), (*WATER, 98.9)])
    assert values(third) == {("new_jobs", "2026-Q3"): 131, ("clean_water", "2026-Q3"): 98.9}
    assert cells(third, "cumulative_unclear") == ["D2"]
    first = read([(*HEADER, "Thực hiện quý I/2026"), (*JOBS, 118)])
    assert codes(first) == []


def test_blank_in_the_column_that_a_measure_takes() -> None:
    header = (*HEADER, "Thực hiện quý III", "Lũy kế 9 tháng")
    reading = read([TITLE, header, (*WATER, None, 98), (*JOBS, 131, "…"), (*ON_TIME, None, None)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98}
    assert cells(reading, "other_column_read") == ["E3"]
    assert cells(reading, "cumulative_missing") == ["E4"]


def test_whole_year_beside_the_fourth_quarter() -> None:
    header = (*HEADER, "Thực hiện quý IV", "Thực hiện năm 2026")
    reading = read([("BÁO CÁO QUÝ IV NĂM 2026",), header, (*WATER, 98, 99), (*JOBS, 100, 500)])
    assert values(reading) == {("clean_water", "2026-Q4"): 98, ("clean_water", "2026"): 99, ("new_jobs", "2026"): 500}
    assert codes(reading) == []


def test_the_flow_of_another_period_is_not_taken_for_its_total() -> None:
    header = (*HEADER, "Thực hiện tháng 8/2026", "Thực hiện tháng 9/2026", "Lũy kế 9 tháng")
    reading = read([("THÁNG 9 NĂM 2026",), header, (*JOBS, 43, 41, 402), (*WATER, 98, 99, 99)])
    assert values(reading) == {
        ("new_jobs", "2026-09"): 402,
        ("clean_water", "2026-08"): 98,
        ("clean_water", "2026-09"): 99,
    }
    assert cells(reading, "flow_not_read") == ["D2"]


@pytest.mark.parametrize("header", ["V/2026", "13/2026", "III năm 2026", "Thực hiện 3 - 2026.", "Kết quả 9 năm 2026"])
def test_a_number_before_a_year_that_nobody_understands_is_not_the_year(header: str) -> None:
    reading = read([(*HEADER, header), (*WATER, 98.9)])
    assert {period for _, period in values(reading)} <= {"2026-03"}
    assert cells(reading, "period_missing") == ([] if values(reading) else ["D1"])


@pytest.mark.parametrize("subheads", [(1, 2, 3, 4, 5, 6), ("I", "II", "III", "IV")])
@pytest.mark.parametrize("year", ["Năm 2026", "Thực hiện năm 2026"])
def test_numbers_under_a_year_are_not_the_year(year: str, subheads: tuple) -> None:
    rows = [(*HEADER, year), (None, None, None, *subheads), (*WATER, *range(90, 90 + len(subheads)))]
    reading = read(make_sheet(*rows, merges=[f"D1:{'DEFGHI'[len(subheads) - 1]}1"]))
    assert values(reading) == {}
    assert set(codes(reading)) == {"period_missing"}
    numbered = read([(*HEADER, "Thực hiện năm 2026 (2)"), (*WATER, 98.9)])
    assert values(numbered) == {("clean_water", "2026"): 98.9}


def test_the_time_that_a_title_plans_for_is_not_read() -> None:
    title = ("Kết quả quý II và 6 tháng đầu năm 2026; kế hoạch quý III/2026",)
    rows = [(*JOBS, 153, 271, 140), (*WATER, 98, 97, 99)]
    reading = read([title, (*HEADER, "Quý II", "6 tháng đầu năm", "Quý III"), *rows])
    assert values(reading) == {("new_jobs", "2026-Q2"): 271, ("clean_water", "2026-Q2"): 98}
    assert [(issue.code, issue.cell) for issue in reading.issues] == [("plan_not_read", "F2")]


def test_a_plan_for_a_time_that_has_ended_is_none() -> None:
    title = "Báo cáo quý III: kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2026"
    reading = read([(title,), (*HEADER, "Quý III", "9 tháng"), (*JOBS, 131, 402)])
    assert values(reading) == {("new_jobs", "2026-Q3"): 402}


def test_results_of_a_plan_are_read() -> None:
    for title in ("Kết quả thực hiện kế hoạch quý III năm 2026", "Quý III/2026: thực hiện kế hoạch quý III năm 2026"):
        assert values(read([(title,), (*HEADER, "Quý III"), (*WATER, 98)])) == {("clean_water", "2026-Q3"): 98}


BARE = {
    "month": ("THÁNG 7 NĂM 2026", ("Tháng 6", "Tháng 7", "Lũy kế 7 tháng"), (45, 47, 318), {"2026-07": 318}, "D"),
    "quarter": ("QUÝ III NĂM 2026", ("Quý II", "Quý III", "Lũy kế từ đầu năm"), (153, 131, 402), {"2026-Q3": 402}, "D"),
    "half": (
        "6 THÁNG ĐẦU NĂM 2026", ("Quý I", "Quý II", "6 tháng"), (118, 153, 271), {"2026-Q1": 118, "2026-H1": 271}, "",
    ),
    "nine months": (
        "Theo dõi năm 2026", ("Tháng 7", "Tháng 8", "Tháng 9", "Quý III", "Lũy kế 9 tháng"),
        (47, 43, 41, 131, 402), {"2026-Q3": 402}, "DE",
    ),
    "nine months in words": (
        "Báo cáo quý III và lũy kế 9 tháng năm 2026", ("Quý II", "Quý III", "Lũy kế 9 tháng"), (153, 131, 402),
        {"2026-Q3": 402}, "D",
    ),
    "year": (
        "Theo dõi năm 2026", ("Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"), (100, 120, 130, 150, 500),
        {"2026-Q1": 100, "2026": 500}, "EF",
    ),
    "year by number": (
        "Theo dõi năm 2026", ("Quý I", "Quý II", "Năm 2026"), (100, 120, 500), {"2026-Q1": 100, "2026": 500}, "E",
    ),
    "first quarter": (
        "Theo dõi năm 2026", ("Tháng 1", "Tháng 2", "Tháng 3", "Quý I"), (31, 31, 56, 118),
        {"2026-01": 31, "2026-Q1": 118}, "EF",
    ),
    "total so far": (
        "Theo dõi năm 2026", ("T1", "T2", "T3", "T4", "T5", "Lũy kế"), (31, 31, 56, 51, None, 169),
        {"2026-01": 31, "2026-04": 169}, "EF",
    ),
    "total so far before zeros": (
        "Theo dõi năm 2026", ("T1", "T2", "T3", "Lũy kế năm 2026"), (31, 31, 0, 62), {"2026-01": 31, "2026-02": 62},
        "F",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("title", "columns", "figures", "expected", "not_read"), BARE.values(), ids=BARE)
def test_a_bare_period_beside_a_total_is_its_own_flow(
    title: str, columns: tuple, figures: tuple, expected: dict[str, int], not_read: str
) -> None:
    reading = read([(title,), (*HEADER, *columns), (*JOBS, *figures)])
    assert values(reading) == {("new_jobs", period): value for period, value in expected.items()}
    assert cells(reading, "flow_not_read") == [f"{column}2" for column in not_read]
    assert len(reading.issues) == len(not_read)


def test_bare_periods_without_a_total_are_taken_as_they_stand() -> None:
    reading = read([("Theo dõi năm 2026",), (*HEADER, "Năm 2025", "Quý I", "Quý II"), (*JOBS, 490, 118, 271)])
    assert values(reading) == {("new_jobs", "2025"): 490, ("new_jobs", "2026-Q1"): 118, ("new_jobs", "2026-Q2"): 271}
    assert codes(reading) == []


def test_a_total_so_far_without_a_period_to_end_with() -> None:
    reading = read([("Theo dõi năm 2026",), (*HEADER, "T1", "T2", "Lũy kế"), (*JOBS, None, None, 62)])
    assert values(reading) == {}
    assert cells(reading, "period_missing") == ["F2"]
    annual = read([("BÁO CÁO NĂM 2026",), (*HEADER, "Thực hiện", "Lũy kế"), (*JOBS, 62, 500)])
    assert values(annual) == {("new_jobs", "2026"): 500}


def test_totals_that_end_on_the_same_day_agree() -> None:
    rows = [("Chỉ tiêu", "Kỳ", "Giá trị"), (JOBS[1], "Quý II/2026", 153), (WATER[1], "Quý II/2026", 98)]
    differs = read([*rows, (JOBS[1], "6 tháng đầu năm 2026", 271), (WATER[1], "6 tháng đầu năm 2026", 97)])
    assert values(differs) == {("clean_water", "2026-Q2"): 98, ("clean_water", "2026-H1"): 97}
    assert [(issue.code, issue.cell) for issue in differs.issues] == [("same_day_differs", "C4")]
    assert "Sheet1!C2" in differs.issues[0].message
    agrees = read([*rows[:1], (JOBS[1], "Quý I/2026", 118), (JOBS[1], "Tháng 3/2026", 118)])
    assert len(values(agrees)) == 2


def test_a_list_row_whose_period_nobody_understands_takes_no_other() -> None:
    rows = [
        ("Chỉ tiêu", "Kỳ", "Giá trị"),
        (WATER[1], "đầu năm", 97),
        (WATER[1], "Quý V/2026", 98),
        (WATER[1], "Quý I/2031", 98),
    ]
    reading = read([*rows, (WATER[1], "2026-Q3", 98.9), (JOBS[1], "T9/2026", 402)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9, ("new_jobs", "2026-09"): 402}
    assert cells(reading, "period_missing") == ["A2", "A3"]
    assert cells(reading, "period_out_of_range") == ["A4"]


def test_twelve_months_counted_are_the_last_quarters() -> None:
    rows = [(*HEADER, "Thực hiện quý IV", "Lũy kế 12 tháng"), (*WATER, 98.9, 97), (*JOBS, 120, 520)]
    reading = read([("BÁO CÁO QUÝ IV NĂM 2026",), *rows])
    assert values(reading) == {("clean_water", "2026-Q4"): 98.9, ("new_jobs", "2026-Q4"): 520}
    assert codes(reading) == []


def test_in_the_quarter_is_never_the_year() -> None:
    title, name = ("BÁO CÁO NĂM 2026",), "Thực hiện trong quý"
    assert codes(read([title, (*HEADER, name), (*WATER, 98.9)])) == ["period_missing"]
    told = read([title, (*HEADER, name, "Lũy kế 9 tháng"), (*WATER, 98.9, 97), (*JOBS, 131, 402)])
    assert values(told) == {("clean_water", "2026-Q3"): 98.9, ("new_jobs", "2026-Q3"): 402}
    assert codes(read([title, (*HEADER, name, "Lũy kế 8 tháng"), (*WATER, 98.9, 97)])) == ["period_missing"]
    monthly = read([title, (*HEADER, "Trong tháng", "Lũy kế 8 tháng"), (*WATER, 98.9, 97)])
    assert values(monthly) == {("clean_water", "2026-08"): 98.9}
