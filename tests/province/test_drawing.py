"""What the intake page shows of a province's sheet."""

from datetime import datetime

from indicators.drawing.province import province_preview
from indicators.province import check_province
from tests.province.sheets import TITLE, WATER, read


def test_counts_and_the_first_hundred_troubles():
    rows = [(1234, 90), (456, 91), *((f"9{number:04d}", 1) for number in range(150))]
    reading = read(TITLE, ("Mã xã", WATER), *rows)
    drawn = province_preview("<tỉnh>.xlsx", check_province(None, b"", reading, datetime(2026, 10, 6)))
    assert "&lt;tỉnh&gt;.xlsx" in drawn
    assert '<th scope="row">Vấn đề</th><td>150</td>' in drawn
    assert '<th scope="row">Mới</th><td>2</td>' in drawn
    assert drawn.count("không có trong danh bạ") == 100
    assert "Chỉ nêu 100 trong 150 vấn đề đầu tiên." in drawn
