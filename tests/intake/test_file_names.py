"""The period in a file's name completes what the sheet leaves open, and never contradicts it."""

import pytest

from indicators.intake.periods.file_names import period_in_file_name
from indicators.periods import Kind
from tests.intake.sheets import HEADER, JOBS, WATER, codes, read, values

OPEN = [("BÁO CÁO KẾT QUẢ",), (*HEADER, "Thực hiện"), (*WATER, 98.9)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("BC quy 3-2026.xlsx", (2026, Kind.QUARTER, 3)),
        ("bao_cao_thang_7_2026.xlsx", (2026, Kind.MONTH, 7)),
        ("2026-Q3.csv", (2026, Kind.QUARTER, 3)),
        ("2026_Q3.csv", (2026, Kind.QUARTER, 3)),
        ("Q3.2026.xls", (2026, Kind.QUARTER, 3)),
        ("T7-2026.xlsx", (2026, Kind.MONTH, 7)),
        ("Báo cáo 9 tháng năm 2026.ods", (2026, Kind.NINE_MONTHS, 1)),
        ("BC quý III-2026 gửi ngày 5-10-2026 (2).xlsx", (2026, Kind.QUARTER, 3)),
        ("Biểu 3 quý 2.2026 v4.xlsx", (2026, Kind.QUARTER, 2)),
        ("BC quý 3 2026, nhiệm vụ quý 4.xlsx", (2026, Kind.QUARTER, 3)),
        ("KTXH 2026.xlsx", (2026, None, 1)),
    ],
)
def test_periods_in_names(name: str, said: tuple) -> None:
    mention = period_in_file_name(name)
    assert mention is not None
    assert (mention.year, mention.kind, mention.number) == said


@pytest.mark.parametrize(
    "name",
    ["", "x.xlsx", "2026-10-05.xlsx", "BC 05102026.xlsx", "20261005.xlsx", "BC (1).xlsx", "BC v2.xlsx", "Mẫu T1.xlsx",
     "BC 5.10.2026.xlsx", "số liệu 2021-2025.xlsx", "quý 1 quý 3 2026.xlsx", "Quý I-IV.xlsx", "bản 3.xlsx"],
)  # fmt: skip
def test_days_versions_and_copies_are_no_periods(name: str) -> None:
    assert period_in_file_name(name) is None


def test_what_the_sheet_leaves_open_the_name_completes() -> None:
    reading = read(OPEN, file_name="BC quy 3-2026.xlsx")
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert codes(reading) == []
    assert reading.period == "2026-Q3"
    assert codes(read(OPEN)) == ["period_missing"]


def test_the_name_completes_a_year() -> None:
    quarters = [(*HEADER, "Quý I", "Quý II"), (*WATER, 97, 98)]
    expected = {("clean_water", "2026-Q1"): 97, ("clean_water", "2026-Q2"): 98}
    assert values(read(quarters, file_name="theo doi 2026.xlsx")) == expected
    assert values(read(quarters, file_name="BC quy 2-2026.xlsx")) == expected
    titled = [("BÁO CÁO QUÝ III",), (*HEADER, "Thực hiện"), (*WATER, 98.9)]
    assert values(read(titled, file_name="KTXH 2026.xlsx")) == {("clean_water", "2026-Q3"): 98.9}


def test_a_year_alone_in_the_name_is_no_period() -> None:
    reading = read(OPEN, file_name="KTXH 2026.xlsx")
    assert values(reading) == {}
    assert codes(reading) == ["period_missing"]


def test_where_they_contradict_each_other_the_sheet_holds() -> None:
    for title in ("QUÝ II NĂM 2026", "QUÝ III NĂM 2025"):
        reading = read([(title,), *OPEN[1:]], file_name="BC quy 3-2026.xlsx")
        assert [period for _, period in values(reading)] == ["2026-Q2" if "2026" in title else "2025-Q3"]
        assert codes(reading) == ["file_name_differs"]
    columns = [(*HEADER, "Quý I/2026", "Quý II/2026"), (*WATER, 97, 98)]
    reading = read(columns, file_name="Q4.2026.xlsx")
    assert [period for _, period in values(reading)] == ["2026-Q1", "2026-Q2"]
    assert codes(reading) == ["file_name_differs"]


def test_a_name_that_agrees_says_nothing() -> None:
    reading = read(
        [("BÁO CÁO QUÝ III/2026",), (*HEADER, "Lũy kế 9 tháng"), (*JOBS, 402)], file_name="9 thang 2026.xlsx"
    )
    assert values(reading) == {("new_jobs", "2026-Q3"): 402}
    assert codes(reading) == []
    argued = read(OPEN, file_name="quy 3-2026.xlsx", period=None)
    assert codes(argued) == []
