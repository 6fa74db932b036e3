"""Figures as offices write them: signs, spaces, footnote marks, estimates; and what is no exact figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import Measure
from indicators.intake.values.convert import Value, Wrong, looks_like_number, to_value
from indicators.intake.values.written import is_inexact
from indicators.intake.workbook.cells import Cell, CellKind
from indicators.numbers import DecimalMark, format_number
from tests.intake.sheets import COMMUNES, HEADER, STATION, TITLE, WATER, codes, read, values

MEASURES = COMMUNES.by_commune["vinh_thinh"].measure_by_id
SHARE, GROWTH, JOBS = MEASURES["clean_water"], MEASURES["gross_product_growth"], MEASURES["new_jobs"]
CROPS, YES_NO = MEASURES["crop_value_per_hectare"], MEASURES["drug_free_commune"]
RESULT = (*HEADER, "Kết quả")


def of_text(text: str, measure: Measure = SHARE) -> Value | Wrong:
    return to_value(Cell(CellKind.TEXT, text), measure)


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("99,2%", SHARE, "99.2"),
        ("95 %", SHARE, "95"),
        ("９４,１％", SHARE, "94.1"),
        ("(1,5)", GROWTH, "-1.5"),
        ("(1,5%)", GROWTH, "-1.5"),
        ("(1,5) %", GROWTH, "-1.5"),
        ("−1,5", GROWTH, "-1.5"),
        ("–1,5", GROWTH, "-1.5"),
        ("—1,5", GROWTH, "-1.5"),
        ("‑1,5", GROWTH, "-1.5"),
        ("- 1,5", GROWTH, "-1.5"),
        ("+1,5", GROWTH, "1.5"),
        ("1 234,5", CROPS, "1234.5"),
        ("1\u00a0234,5", CROPS, "1234.5"),
        ("1\u2009234,5", CROPS, "1234.5"),
        ("1\u202f234,5", CROPS, "1234.5"),
        ("1'234,5", CROPS, "1234.5"),
        ("1’234,5", CROPS, "1234.5"),
        ("1234.5000", CROPS, "1234.5"),
        ("94,1.", SHARE, "94.1"),
    ],
)
def test_signs_and_spaces(text: str, measure: Measure, expected: str) -> None:
    assert of_text(text, measure) == Value(Decimal(expected))


@pytest.mark.parametrize(
    "mark",
    ["*", " *", "**", "(*)", " (**)", " (1)", "(2)", "¹", "²", " ³", "⁽¹⁾", "(¹)", "[1]", " [12]", "[*]", "†", "* (1)"],
)
@pytest.mark.parametrize("figure", ["94,1", "94,1%", "94 %"])
def test_footnote_marks_say_nothing(figure: str, mark: str) -> None:
    assert of_text(f"{figure}{mark}") == of_text(figure)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("94,1 (95)", SHARE),
        ("94,1 (95,2)", SHARE),
        ("94,1 (12)", SHARE),
        ("5 (3)", JOBS),
        ("12 (3)", JOBS),
        ("94,1 95", SHARE),
        ("94,1 (1", SHARE),
    ],
)
def test_a_second_figure_is_no_footnote(text: str, measure: Measure) -> None:
    found = of_text(text, measure)
    assert isinstance(found, Wrong)
    assert found.code == "text_not_number"


def test_a_footnote_behind_a_large_whole_number() -> None:
    assert of_text("402 (1)", JOBS) == Value(Decimal(402))


@pytest.mark.parametrize(
    "text",
    [
        "ước 94,1",
        "Ước đạt 94,1%",
        "ước tính 94,1",
        "Ước TH 94,1",
        "ước thực hiện 94,1%",
        "ƯTH 94,1",
        "ƯTH: 94,1",
        "UTH 94,1",
        "uoc 94,1",
        "94,1 (ước)",
        "94,1% (ước tính)",
        "94,1% (ước đạt)",
        "94,1 (ƯTH)",
        "94,1 ước",
        "số ước: 94,1",
        "ước 94,1*",
        "94,1 (ước) (1)",
    ],
)
def test_an_estimate_is_read_and_called_one(text: str) -> None:
    assert of_text(text) == Value(Decimal("94.1"), estimate=True)


@pytest.mark.parametrize(
    "text",
    ["đạt 94,1%", "Đã đạt 94,1", "đạt tỷ lệ 94,1%", "94,1% (đạt)", "94,1% - đạt", "94,1% (chưa đạt)", "đạt: 94,1"],
)
def test_a_judgement_beside_a_figure_says_nothing_of_it(text: str) -> None:
    assert of_text(text) == Value(Decimal("94.1"))


@pytest.mark.parametrize(
    "text",
    [
        "khoảng 94",
        "> 95",
        "≥ 95%",
        ">=95%",
        "<5",
        "~94",
        "≈ 94,1",
        "94-95",
        "94 – 95%",
        "94% - 95%",
        "94÷95",
        "94 đến 95",
        "từ 94 đến 95",
        "trên 95%",
        "Dưới 5%",
        "gần 94",
        "hơn 94",
        "đạt trên 95%",
        "ước khoảng 94",
        "95% trở lên",
        "tối thiểu 95%",
        "95+",
        "94 ± 1",
    ],
)
def test_a_bound_or_a_span_is_refused_by_name(text: str) -> None:
    found = of_text(text)
    assert isinstance(found, Wrong)
    assert found.code == "number_not_exact"


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "X",
        "Đạt",
        "đạt 105% kế hoạch",
        "NaN",
        "Infinity",
        "-inf",
        "1e2",
        "1e400",
        "tăng 5",
        "94,1,2",
        "45/50/60",
        "١٢",
    ],
)
def test_what_is_no_number(text: str) -> None:
    found = of_text(text)
    assert isinstance(found, Wrong)
    assert found.code == "text_not_number"


@pytest.mark.parametrize("kind", [CellKind.NUMBER, CellKind.PERCENT])
@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "sNaN", "", "abc", "9e999999", "1e-999999"])
def test_what_is_stored_as_a_number_and_is_none(kind: CellKind, text: str) -> None:
    for measure in (SHARE, JOBS, CROPS):
        found = to_value(Cell(kind, text), measure)
        assert isinstance(found, Wrong)
        assert found.code == "text_not_number"


@pytest.mark.parametrize("text", ["1e400", "-1e400", "1e-400", "9" * 400])
def test_numbers_beyond_all_measure(text: str) -> None:
    found = to_value(Cell(CellKind.NUMBER, text), CROPS)
    assert found == Value(Decimal(0)) if text == "1e-400" else isinstance(found, Wrong)


def test_the_range_holds_for_negatives_that_accountants_write() -> None:
    assert codes(read([TITLE, RESULT, (*WATER, "(1,5)")])) == ["out_of_range"]


def test_an_estimate_in_a_cell_makes_the_reading_one() -> None:
    reading = read([TITLE, RESULT, (*WATER, "ước 94,1")])
    assert [(found.value, found.estimate) for found in reading.readings] == [(Decimal("94.1"), True)]
    assert codes(reading) == []


@pytest.mark.parametrize(("text", "expected"), [("x", 1), ("X", 1), ("✓", 1), ("Đạt ¹", 1), ("Chưa đạt (1)", 0)])
def test_yes_and_no(text: str, expected: int) -> None:
    assert of_text(text, YES_NO) == Value(Decimal(expected))
    assert values(read([TITLE, RESULT, (*STATION, text)])) == {("health_station_standard", "2026-Q3"): expected}


@pytest.mark.parametrize("text", ["−", "–", "-", "—", "…", "..."])
def test_dashes_are_blank(text: str) -> None:
    reading = read([TITLE, RESULT, (*WATER, text), ("7", "Tỷ lệ hộ nghèo", "%", "0,63%")])
    assert values(reading) == {("multidimensional_poverty", "2026-Q3"): 0.63}
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tăng 9,2%", "9.2"),
        ("Tăng 9,2", "9.2"),
        ("giảm 1,5%", "-1.5"),
        ("giảm 1,5% (1)", "-1.5"),
        ("9,2%", "9.2"),
        ("Tăng 9,2% so với cùng kỳ", "9.2"),
        ("giảm 1,5 % so cùng kỳ năm trước", "-1.5"),
    ],
)
def test_growth_in_words(text: str, expected: str) -> None:
    assert of_text(text, GROWTH) == Value(Decimal(expected))
    assert of_text(f"ước {text}", GROWTH) == Value(Decimal(expected), estimate=True)
    assert text[0].isdigit() or isinstance(of_text(text, SHARE), Wrong)  # 'tăng 9,2%' is no share


@pytest.mark.parametrize(
    "text", ["tăng trên 9%", "tăng 9-10%", "giảm -1,5%", "tăng gấp 2 lần", "tăng 9,2% so với 2025"]
)
def test_growth_that_is_no_figure(text: str) -> None:
    assert isinstance(of_text(text, GROWTH), Wrong)


def test_what_anyone_would_take_for_a_figure() -> None:
    assert all(
        looks_like_number(Cell(CellKind.TEXT, text))
        for text in ("94,1*", "ước 94", "đạt 9%", "1.234", "(1,5)", "94-95%", "> 5", "45/50", "1%; 2%")
    )
    assert not any(
        looks_like_number(Cell(CellKind.TEXT, text))
        for text in ("x", "Đạt", "-", "Phòng Kinh tế", "1/2", "Trên 95% hộ dân đã ký cam kết")
    )


_LEADS = st.sampled_from(["", "đạt ", "Đã đạt ", "ước ", "Ước đạt ", "ƯTH "])
_ENDS = st.sampled_from(["", "*", " (1)", "²", "%", " %", "% (2)", "%*"])


@given(st.decimals(-100, 300, places=4), st.integers(1, 4), _LEADS, _ENDS)
def test_what_is_written_around_a_figure_never_changes_it(number: Decimal, decimals: int, lead: str, end: str) -> None:
    exact = round(number, decimals) + 0
    text = f"{lead}{format_number(exact, decimals)}{end}"
    found = to_value(Cell(CellKind.TEXT, text), GROWTH, mark=DecimalMark.COMMA)
    assert found == Value(exact, estimate="ước" in lead.lower() or "ưth" in lead.lower())


@given(st.text(max_size=40), st.sampled_from([SHARE, GROWTH, JOBS, CROPS, YES_NO]))
def test_any_text_is_a_value_in_range_or_says_why_not(text: str, measure: Measure) -> None:
    found = of_text(text, measure)
    if isinstance(found, Value):
        assert measure.minimum is None or found.number >= measure.minimum
        assert measure.maximum is None or found.number <= measure.maximum


def test_a_tag_is_no_bound() -> None:
    assert is_inexact("< 95")
    assert is_inexact("<=95%")
    assert not is_inexact("<img src=x>")
