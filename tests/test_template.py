from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators import ledger
from indicators.intake import RemarkKind, Sending, SheetReading, read_workbook
from indicators.periods import parse_period
from indicators.store import Store
from indicators.template import build_template
from tests.makers import MORNING, make_catalogue, make_reading, make_sheet, make_store

CODE, NAME, UNIT, WAY, GOAL, MILESTONE, LAST, LAST_PERIOD, VALUE, DIFFICULTY, REMEDY, PROPOSAL, DECISION = range(1, 14)


@pytest.fixture
def store() -> Iterator[Store]:
    with make_store() as opened:
        sheet = make_sheet(
            make_reading(period="2025", value="98.4"),
            make_reading(period="2026-Q2", value="98.7"),
            make_reading("health_station_standard", "1", "2026-Q2"),
        )
        ledger.record(opened, b"1", "a.xlsx", sheet, by="An", at=MORNING)
        yield opened


def template(store: Store, period: str = "2026-Q3", commune: str = "vinh_thinh") -> Workbook:
    entry = make_catalogue().by_commune[commune]
    return load_workbook(BytesIO(build_template(store, entry, parse_period(period), MORNING)))


def row_of(page: Worksheet, name: str) -> int:
    return next(cell.row for cell in page["B"] if cell.value == name)


def values(page: Worksheet, name: str) -> list[object]:
    row = row_of(page, name)
    return [page.cell(row, column).value for column in range(CODE, VALUE + 1)]


def saved(workbook: Workbook) -> bytes:
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def read(content: bytes) -> SheetReading:
    return read_workbook(content, make_catalogue(), Sending("vinh_phong"))


def test_a_row_a_measure_with_goal_milestone_and_last_value(store: Store) -> None:
    page = template(store).worksheets[0]
    # linear from 98.4 to 100 over 60 months, after 9: 98.4 + 1.6 × 9/60 = 98.64
    assert values(page, "Tỷ lệ dân số được sử dụng nước sạch") == [
        "17", "Tỷ lệ dân số được sử dụng nước sạch", "%", "Tại thời điểm cuối kỳ", "≥ 100", 98.64, 98.7,
        "quý II/2026", None,
    ]  # fmt: skip
    assert values(page, "Tỷ lệ giải ngân vốn đầu tư công")[3:8] == ["Lũy kế từ đầu năm", "≥ 100", 75, None, None]
    assert values(page, "Trạm y tế xã đạt chuẩn quốc gia theo Bộ tiêu chí mới")[6:8] == ["Đạt", "quý II/2026"]
    assert sum(page.cell(row, CODE).value is not None for row in range(7, page.max_row + 1)) == 28
    assert page.cell(row_of(page, "Tỷ lệ hồ sơ thủ tục hành chính trực tuyến"), GOAL).value == "≥ 70\n85 - 95"


def test_only_the_cells_to_fill_are_open(store: Store) -> None:
    page = template(store).worksheets[0]
    assert page.protection.sheet
    open_columns = {cell.column for row in page.iter_rows() for cell in row if not cell.protection.locked}
    assert open_columns == {VALUE, DIFFICULTY, REMEDY, PROPOSAL, DECISION}
    assert all(page.cell(row, VALUE).protection.locked for row in range(1, 8))


def test_yes_or_no_is_chosen_and_numbers_stay_in_their_range(store: Store) -> None:
    page = template(store).worksheets[0]
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert len(rules) == 28
    choice = rules[f"I{row_of(page, 'Xã không ma túy')}"]
    assert (choice.type, choice.formula1) == ("list", '"Đạt,Chưa đạt"')
    share = rules[f"I{row_of(page, 'Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều')}"]
    assert (share.type, share.formula1, share.formula2, share.error) == (
        "decimal",
        "0",
        "100",
        "Hãy nhập một số từ 0 đến 100.",
    )


def fill(workbook: Workbook) -> None:
    page = workbook.worksheets[0]
    entry = make_catalogue().by_commune["vinh_thinh"]
    for measure in entry.measures:
        value: str | float = "Chưa đạt" if measure.is_yes_no else 3 if measure.decimals == 0 else 0.25
        page.cell(row_of(page, measure.name_vi), VALUE, value)
    row = row_of(page, "Xã không ma túy")
    for column, text in ((DIFFICULTY, "Khó"), (REMEDY, "Gỡ"), (PROPOSAL, "Xin"), (DECISION, "12/QĐ-UBND, 01/9/2026")):
        page.cell(row, column, text)


def expect_everything(reading: SheetReading, period: str) -> None:
    entry = make_catalogue().by_commune["vinh_thinh"]
    expected = {
        (m.measure, period, Decimal(0 if m.is_yes_no else 3 if m.decimals == 0 else "0.25")) for m in entry.measures
    }
    assert reading.errors == ()
    assert reading.likely == ()
    assert {(item.measure, item.period, item.value) for item in reading.readings} == expected
    assert len(reading.readings) == len(expected)
    assert reading.commune == "vinh_thinh"
    kinds = [remark.kind for remark in reading.remarks]
    assert kinds == [RemarkKind.DIFFICULTY, RemarkKind.REMEDY, RemarkKind.PROPOSAL, RemarkKind.DECISION]


@pytest.mark.parametrize(
    "period", ["2026-07", "2026-Q1", "2026-Q3", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2027"]
)
def test_a_filled_template_reads_back_for_any_period(store: Store, period: str) -> None:
    workbook = template(store, period)
    fill(workbook)
    reading = read(saved(workbook))
    expect_everything(reading, period)
    assert reading.period == period


def test_an_empty_template_has_nothing_to_record_and_says_so(store: Store) -> None:
    reading = read(saved(template(store)))
    assert (reading.readings, [issue.code for issue in reading.errors]) == ((), ["nothing_to_record"])


@pytest.mark.libreoffice
def test_a_template_saved_by_libreoffice_reads_back(
    store: Store, tmp_path: Path, libreoffice_save: Callable[..., Path]
) -> None:
    file = tmp_path / "bieu.xlsx"
    workbook = template(store)
    fill(workbook)
    workbook.save(file)
    again = libreoffice_save(file)
    expect_everything(read(again.read_bytes()), "2026-Q3")
    page = load_workbook(again).worksheets[0]
    assert page.protection.sheet
    assert not page.cell(8, VALUE).protection.locked
    assert page.cell(8, MILESTONE).protection.locked
    assert any(rule.type == "list" for rule in page.data_validations.dataValidation)


def test_the_other_commune_gets_its_own_rows(store: Store) -> None:
    page = template(store, commune="vinh_phong").worksheets[0]
    assert page["A1"].value == "UBND XÃ VĨNH PHONG"
    assert values(page, "Sản phẩm OCOP được công nhận từ 3 sao trở lên")[0] == "1"
