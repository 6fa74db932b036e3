"""The evidence sheet, read back cell by cell beside the judged rows."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.evidence import build_evidence
from indicators.evidence_sheet import sheet_name
from indicators.moments import parse_as_of
from indicators.numbers import round_half_up
from indicators.units import judged_in_year, year_ends
from indicators.wording import evidence as words
from indicators.wording.statuses import STATUSES
from tests.judging.office import Office, office
from tests.test_units import AN, BINH, two_units

NUMBER, NAME, UNIT, GOAL, YEAR_GOAL, VALUE, PERIOD, PERCENT, DISTANCE, FIRST_QUARTER = range(1, 11)
YEAR_END, NOTES = 14, 15
NOW = "2026-11-21"


def evidence(made: Office, by: str = "unit", name: str | None = None, as_of: str = NOW, year: int = 2026) -> Workbook:
    content = build_evidence(made.store, made.commune, year, parse_as_of(as_of), by, name)
    return load_workbook(BytesIO(content))


def line(sheet: Worksheet, target: str) -> list[Any]:
    """The cells of a target's line."""
    return next([cell.value for cell in row] for row in sheet.iter_rows(min_row=10) if row[0].value == target)


def head(sheet: Worksheet) -> list[Any]:
    return [sheet.cell(row, 1).value for row in range(1, 9)]


def report_lines(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """(measure, period, deadline, recorded, state, days late) of the second table."""
    columns = (2, 6, 8, 10, 12, 15)
    first = next(row for row in range(10, 99) if sheet.cell(row, 6).value == words.DUE_PERIOD) + 1
    lines = [tuple(sheet.cell(row, column).value for column in columns) for row in range(first, sheet.max_row + 1)]
    return [found for found in lines if found[1]]


def test_every_cell_is_what_was_judged() -> None:
    """40 → 60 wanted by 2030 and 43 of the year; Q1, Q2 and Q3 reported: the newest is Q3's 42.25."""
    made = office({"baseline": 40}, {"value": 60}, y2026_Q1=41, y2026_Q2=43)
    made.wants_of_year(2026, 43)
    made.reports({"2026-Q3": 42.25}, on="2026-10-02T08:00")
    judged = judged_in_year(made.store, made.commune, 2026, parse_as_of(NOW))["1"]
    row, newest = line(evidence(made).worksheets[0], "1"), judged["2026-Q3"]
    assert row[:4] == ["1", "Chỉ tiêu thử", "%", "≥ 60% đến năm 2030"]
    assert row[YEAR_GOAL - 1] == newest["year_goal"] == 43
    assert row[VALUE - 1] == newest["actual_value"] == Decimal("42.25")
    assert row[PERIOD - 1] == "Quý III/2026"
    # 42.25 / 43 = 98.2558…%
    assert round_half_up(Decimal(str(row[PERCENT - 1])), 4) == newest["year_goal_percent"] == Decimal("98.2558")
    assert round_half_up(Decimal(str(row[DISTANCE - 1])), 4) == newest["distance"]
    statuses = [STATUSES[judged[end]["status"]].word for end in year_ends(2026)]
    assert row[FIRST_QUARTER - 1 : YEAR_END] == statuses


def test_numbers_are_numbers_with_the_decimals_that_are_shown() -> None:
    made = office({"baseline": 40}, {"value": 100}, y2026_Q3=99.96)
    sheet = evidence(made).worksheets[0]
    cell = next(row[VALUE - 1] for row in sheet.iter_rows(min_row=10) if row[0].value == "1")
    assert (cell.data_type, cell.number_format) == ("n", "#,##0.00"), "99.96 never reads 100"
    whole = office({"decimals": 0, "unit": "trường"}, {"unit": "trường"}, y2026_Q3=1200)
    cell = next(row[VALUE - 1] for row in evidence(whole).worksheets[0].iter_rows(min_row=10) if row[0].value == "1")
    assert (cell.value, cell.number_format) == (1200, "#,##0")


def test_what_is_reached_in_percent_never_rounds_up_to_100() -> None:
    made = office({"baseline": 0}, {"value": 100}, y2026_Q3=49.99)
    made.wants_of_year(2026, 50)
    sheet = evidence(made).worksheets[0]
    cell = next(row[PERCENT - 1] for row in sheet.iter_rows(min_row=10) if row[0].value == "1")
    assert (cell.value, cell.number_format) == (99.98, "#,##0.00")


def test_the_head_says_who_when_and_by_which_document() -> None:
    """Indicator 1 is behind, 2 exceeded; of 'm' and 'other' Q1 and Q2 are missing, Q3 one in time and one late."""
    sheet = evidence(two_units())["Công an xã"]
    assert head(sheet) == [
        "UBND XÃ VĨNH THỬ",
        "PHIẾU MINH CHỨNG KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2026",
        "Cơ quan chủ trì: Công an xã",
        "Kết quả tính đến quý III/2026, theo mức dưới của đường găng; số liệu có đến ngày 21/11/2026.",
        "Văn bản giao chỉ tiêu: Kế hoạch thử (số văn bản: chưa nhập).",
        "Các chỉ tiêu chủ trì: Đạt và vượt mốc 1/2, chưa đạt mốc 1/2. Toàn xã: Đạt và vượt mốc 1/2, chưa đạt mốc 1/2.",
        "Báo cáo phải gửi trong năm: gửi đúng hạn 1, gửi muộn 1, quá hạn chưa gửi 4, chưa đến hạn 2.",
        words.NOT_GRADED,
    ]


def test_the_document_with_its_number_and_date() -> None:
    made = Office(document_number="12/KH-UBND", document_date=date(2026, 1, 5))
    made.measures()
    made.wants()
    assert head(evidence(made).worksheets[0])[4] == "Văn bản giao chỉ tiêu: 12/KH-UBND, 05/01/2026: Kế hoạch thử."


def test_a_sheet_each_or_one_for_the_asked() -> None:
    made = two_units()
    assert evidence(made).sheetnames == ["Phòng Kinh tế", "Công an xã"]
    assert evidence(made, "leader").sheetnames == [BINH, "Chưa nhập lãnh đạo chỉ đạo"]
    assert evidence(made, "officer", AN).sheetnames == [AN]
    nobody = evidence(made, "officer", "Không Có")
    assert nobody.sheetnames == ["Không Có"]
    assert head(nobody.worksheets[0])[5].startswith("Các chỉ tiêu được phân công phụ trách: Đạt và vượt mốc 0/0")


def test_led_jointly_and_reported() -> None:
    sheet = evidence(two_units())["Phòng Kinh tế"]
    titles = [row[0].value for row in sheet.iter_rows(min_row=10) if isinstance(row[0].value, str)]
    assert titles[1:6] == ["I. CHỈ TIÊU CHỦ TRÌ", "1.1", "II. CHỈ TIÊU PHỐI HỢP", "2", "III. VIỆC GỬI BÁO CÁO"]
    assert report_lines(sheet) == [
        ("Đại lượng thử", "Quý I/2026", datetime(2026, 4, 5), None, "Quá hạn, chưa gửi", 230),
        ("Đại lượng thử", "Quý II/2026", datetime(2026, 7, 5), None, "Quá hạn, chưa gửi", 139),
        ("Đại lượng thử", "Quý III/2026", datetime(2026, 10, 5), datetime(2026, 10, 2), "Đúng hạn", None),
        ("Đại lượng thử", "Quý IV/2026", datetime(2027, 1, 5), None, "Chưa đến hạn", None),
    ]


def test_what_is_known_as_of_the_moment() -> None:
    made = office({"baseline": 40}, {"value": 60}, y2026_Q1=41)
    made.takes_back(made.reports({"2026-Q2": 43}, on="2026-07-03T08:00"), on="2026-09-01T08:00")
    before = line(evidence(made, as_of="2026-08-01").worksheets[0], "1")
    after = line(evidence(made, as_of="2026-09-02").worksheets[0], "1")
    assert (before[VALUE - 1], before[PERIOD - 1], before[FIRST_QUARTER]) == (
        43,
        "Quý II/2026",
        "Đúng tiến độ",
    )  # a quarter's gain above 42
    assert (after[VALUE - 1], after[PERIOD - 1], after[FIRST_QUARTER]) == (41, "Quý I/2026", "Chưa báo cáo")
    assert before[FIRST_QUARTER + 1 : YEAR_END] == ["Chưa đến kỳ đánh giá", None, None]


def test_one_value_sent_early_is_not_yet_the_years_result() -> None:
    """Two of three targets have only Q3: the tally is Q3's, the early one's value stands in its own line."""
    made = office({"baseline": 40}, {"value": 60}, y2026_Q3=43)
    made.wants("2", value=60)
    made.measures("yearly", frequency="year")
    made.wants("3", "yearly", horizon="each_year", value=80)
    made.reports({"2026": 90}, measure="yearly", on="2026-10-09T08:00")
    sheet = evidence(made).worksheets[0]
    assert "tính đến quý III/2026" in head(sheet)[3]
    row = line(sheet, "3")
    assert (row[VALUE - 1], row[PERIOD - 1]) == (90, "Năm 2026")
    assert row[NOTES - 1] == words.ESTIMATE_NOTE
    closed = evidence(made, as_of="2027-01-06").worksheets[0]
    assert "tính đến năm 2026" in head(closed)[3]
    assert line(closed, "3")[YEAR_END - 1] == "Vượt"


def test_a_yes_with_its_document_or_without() -> None:
    made = office({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1, "last_year": 2026})
    upload = made.reports({"2026-Q3": 1}, on="2026-10-02T08:00")
    row = line(evidence(made).worksheets[0], "1")
    assert (row[GOAL - 1], row[VALUE - 1], row[DISTANCE - 1]) == ("Đạt đến năm 2026", "Đạt", None)
    assert row[NOTES - 1] == "Chưa ghi số quyết định"
    decision: dict[str, Any] = {"kind": "decision", "text_vi": "12/QĐ-UBND", "sheet": "Biểu", "cell": "H8"}
    with made.store.writing() as transaction:
        place = {"commune": made.commune, "upload": upload, "ordinal": 1, "measure": "m", "period": "2026-Q3"}
        transaction.run("insert_remark", **place, **decision)
    assert line(evidence(made).worksheets[0], "1")[NOTES - 1] == "Quyết định công nhận: 12/QĐ-UBND"


def test_where_the_mean_is_judged_it_is_said() -> None:
    """1.02 × 1.12 = 1.1424, its root 1.068831…: 6.88%, the year's own value is 12."""
    made = office({"accumulation": "growth"}, {"horizon": "average", "value": 10}, y2026=2, y2027=12)
    row = line(evidence(made, as_of="2028-01-10", year=2027).worksheets[0], "1")
    assert row[VALUE - 1] == 12
    assert row[NOTES - 1] == f"So với mốc tính theo bình quân 2026-2027: 6,88.\n{words.ESTIMATE_NOTE}"


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "#N/A", "'x"])
def test_a_text_stays_a_text(text: str) -> None:
    made = Office(name_vi=text)
    made.measures(name_vi=text)
    made.wants(name_vi=text, lead_unit=text)
    upload = made.reports({"2026-Q1": 1})
    made.remarks(upload, "2026-Q1", f"{text}\x07")
    sheet = evidence(made).worksheets[0]
    cell = next(row[NAME - 1] for row in sheet.iter_rows(min_row=10) if row[0].value == "1")
    assert (cell.value, cell.data_type) == (text, "s")
    assert not [found.coordinate for row in sheet.iter_rows() for found in row if found.data_type in ("f", "e")]
    assert line(sheet, "1")[NOTES - 1].startswith(f"{words.ESTIMATE_NOTE}\nKhó khăn, vướng mắc: {text}")


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Phòng Kinh tế", [], "Phòng Kinh tế"),
        ("Trung tâm Phục vụ hành chính công xã Vĩnh Thịnh", [], "Trung tâm Phục vụ hành chính cô"),
        ("Tổ 1/2: [A]*?\\", [], "Tổ 1 2   A"),
        ("CÔNG AN XÃ", ["Công an xã"], "CÔNG AN XÃ (2)"),
        ("Công an xã", ["Công an xã", "Công an xã (2)"], "Công an xã (3)"),
        ("Trung tâm Phục vụ hành chính cô", ["Trung tâm Phục vụ hành chính cô"], "Trung tâm Phục vụ hành chín (2)"),
        ("'x'", [], "x"),
        ("***", [], "-"),
        ("History", [], "History (2)"),
    ],
)
def test_sheets_have_names_that_excel_takes(name: str, taken: list[str], expected: str) -> None:
    assert sheet_name(name, taken) == expected
    assert len(expected) <= 31


def test_it_prints_on_a4_landscape() -> None:
    sheet = evidence(two_units()).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    fit = sheet.sheet_properties.pageSetUpPr
    assert fit is not None
    assert fit.fitToPage
    assert sheet.print_title_rows == "$2:$3"
    signed = {cell.value for row in sheet.iter_rows(min_row=sheet.max_row - 1) for cell in row}
    assert {*words.SIGNED_BY, words.SIGNATURE} <= signed


@pytest.mark.libreoffice
def test_libreoffice_reads_the_same(tmp_path: Path, libreoffice_save: Callable[..., Path]) -> None:
    file = tmp_path / "phieu.xlsx"
    made = two_units()
    file.write_bytes(build_evidence(made.store, made.commune, 2026, parse_as_of(NOW), "unit"))
    again = load_workbook(libreoffice_save(file))
    assert again.sheetnames == ["Phòng Kinh tế", "Công an xã"]
    assert line(again["Công an xã"], "2")[:8] == line(evidence(made)["Công an xã"], "2")[:8]
