"""The five sheets of an office, told nothing but the file, give exactly what must be read out of them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.intake import RemarkKind, Sending, read_workbook
from indicators.settings import ROOT
from tests.intake.sheets import COMMUNES

SAMPLES = ROOT / "data" / "samples"
EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_sample(name: str) -> None:
    reading = read_workbook((SAMPLES / name).read_bytes(), COMMUNES, Sending("vinh_thinh"))
    expected = {(measure, period, Decimal(str(value))) for measure, period, value in EXPECTED[name]}
    assert {(found.measure, found.period, found.value) for found in reading.readings} == expected
    assert len(reading.readings) == len(expected)
    assert reading.issues == ()
    assert reading.commune == "vinh_thinh"


def test_report_names_its_period_and_its_remarks() -> None:
    content = (SAMPLES / "bao_cao_quy_3_2026.xlsx").read_bytes()
    reading = read_workbook(content, COMMUNES, Sending("vinh_thinh"))
    assert reading.period == "2026-Q3"
    assert [(remark.measure, remark.period, remark.kind, remark.text, remark.cell) for remark in reading.remarks] == [
        ("public_investment_disbursed", "2026-Q3", RemarkKind.DIFFICULTY, "Nguồn vốn phân bổ chậm", "H14"),
        ("public_investment_disbursed", "2026-Q3", RemarkKind.REMEDY, "Đôn đốc giải phóng mặt bằng", "I14"),
    ]


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_other_kinds_of_file_give_the_same(suffix: str) -> None:
    path = Path(__file__).parent / "files" / f"bao_cao_quy_3_2026.{suffix}"
    reading = read_workbook(path.read_bytes(), COMMUNES, Sending("vinh_thinh"))
    expected = {(measure, period, value) for measure, period, value in EXPECTED["bao_cao_quy_3_2026.xlsx"]}
    assert {(found.measure, found.period, float(found.value)) for found in reading.readings} == expected
    assert reading.issues == ()
