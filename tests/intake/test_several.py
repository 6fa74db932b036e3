"""Several figures in one cell are told apart only where nobody would read them as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.values.convert import Value, to_value
from indicators.intake.values.several import Part, parts_of
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import format_number
from tests.intake.sheets import COMMUNES

GROWTH = COMMUNES.by_commune["vinh_thinh"].measure_by_id["gross_product_growth"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("98,6% / 77,8%", [("", "98,6%"), ("", "77,8%")]),
        ("98,6%/77,8%", [("", "98,6%"), ("", "77,8%")]),
        ("98,6/77,8", [("", "98,6"), ("", "77,8")]),
        ("Đạt 99,1%; 71,2%", [("", "99,1%"), ("", "71,2%")]),
        ("BHYT 99,1%; BHXH 71,2%", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("BHYT: 99,1%\nBHXH: 71,2%", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("BHYT đạt 99,1%; BHXH đạt 71,2%", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("BHYT 99,1% / BHXH 71,2%", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("99,1% (BHYT); 71,2% (BHXH)", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("99,1% BHYT, 71,2% BHXH", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("- BHYT: 99,1%\n- BHXH: 71,2%", [("BHYT", "99,1%"), ("BHXH", "71,2%")]),
        ("- 98,6%\n- 77,8%", [("", "98,6%"), ("", "77,8%")]),
        ("98,6%\r\n77,8%\n", [("", "98,6%"), ("", "77,8%")]),
        ("-1,5; 2,3", [("", "-1,5"), ("", "2,3")]),
        ("15 và 20", [("", "15"), ("", "20")]),
        ("15 và 20 trường", [("", "15"), ("", "20 trường")]),
        ("98,6%, 77,8%", [("", "98,6%"), ("", "77,8%")]),
        ("Mức độ 1: 5; mức độ 2: 3", [("Mức độ 1", "5"), ("mức độ 2", "3")]),
        ("1.234; 5.678", [("", "1.234"), ("", "5.678")]),
        ("Ước đạt 98,6%; 77,8%", [("", "Ước đạt 98,6%"), ("", "ước 77,8%")]),
        ("Nông nghiệp, thủy sản: 3,1%; Công nghiệp: 5%", [("Nông nghiệp, thủy sản", "3,1%"), ("Công nghiệp", "5%")]),
        ("1%; 2%; 3%", [("", "1%"), ("", "2%"), ("", "3%")]),
    ],
)
def test_figures_side_by_side(text: str, parts: list[tuple[str, str]]) -> None:
    assert parts_of(text) == [Part(*part) for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "1/2",
        "12/15 trường",
        "45/50 hộ",
        "98,6/100",
        "98,6/100%",
        "98,6%/100",
        "15/10/2026",
        "9/2026",
        "94,1",
        "94,1%",
        "94,1%;",
        "402 người",
        "98, 6%",
        "12, 15",
        "1,2,3",
        "98,6% - 77,8%",
        "94,1\n(1)",
        "94,1%\n(95%)",
        "94,1%\n(người)",
        "trên 95%; 70%",
        "tăng 5%; giảm 3%",
        "94,1; chưa có",
        "Đạt; 71,2%",
        "45/50; 3/4",
        "5; 3 (2)",
        "ngày 15, tháng 10",
        "2 tháng năm\n2008 (tỷ đồng)",
        "Quý I: 94; Quý II: 95",
        "15 (trường); 20 (lớp)",
        "402 người (trong đó nữ 200)",
        "tỷ lệ 94,1%, tăng 2%",
        "1 234,5",
        "",
        ";",
        "/",
        "và",
        "1;2;3;4;5;6;7",
        f"{'9' * 100}/{'9' * 100}",
        "1/" * 50,
    ],
)
def test_what_may_be_one_figure_stays_whole(text: str) -> None:
    assert parts_of(text) is None


_SHARES = st.lists(st.decimals(-100, 100, places=2), min_size=2, max_size=6)


@given(_SHARES, st.sampled_from(["; ", ";", "\n", " / ", "/", " và ", ", ", " | "]), st.sampled_from(["%", " %"]))
def test_percentages_written_side_by_side_come_back(shares: list, between: str, unit: str) -> None:
    parts = parts_of(between.join(format_number(share, 2) + unit for share in shares))
    assert parts is not None
    found = [to_value(Cell(CellKind.TEXT, part.text), GROWTH) for part in parts]
    assert found == [Value(share + 0) for share in shares]


@given(st.text(max_size=60))
def test_every_part_is_a_figure(text: str) -> None:
    assert all(any(letter.isdigit() for letter in part.text) for part in parts_of(text) or ())
