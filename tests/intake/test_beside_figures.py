"""What offices write beside a figure: comparisons, sources, parts of it, units of their own."""

from decimal import Decimal

import pytest

from indicators.catalogue import Measure
from indicators.intake.model import TO_CONFIRM
from indicators.intake.values.convert import Value, to_value
from indicators.intake.values.ratio import ratio_in
from indicators.intake.values.several import parts_of
from indicators.intake.workbook.cells import Cell, CellKind
from tests.intake.sheets import COMMUNES, GROWTH, HEADER, TITLE, codes, read, values

MEASURES = COMMUNES.by_commune["vinh_thinh"].measure_by_id
SHARE, JOBS = MEASURES["health_insurance_coverage"], MEASURES["new_jobs"]
REVENUE, CROPS = MEASURES["budget_revenue_vs_assigned"], MEASURES["crop_value_per_hectare"]
RISE = MEASURES["gross_product_growth"]


def value_of(text: str, measure: Measure) -> float | str:
    """The number, or the code of what is wrong."""
    value = to_value(Cell(CellKind.TEXT, text), measure)
    return float(value.number) if isinstance(value, Value) else value.code


@pytest.mark.parametrize(
    "text",
    [
        "94,1% (tăng 2%)", "94,1% (giảm 0,3% so với quý II)", "94,1%, bằng 95% kế hoạch", "94,1% (95% KH)",
        "94,1% (vượt 1% kế hoạch)", "94,1 (số liệu BHXH)", "94,1 (theo số liệu của BHXH)", "94,1 (nguồn: BHXH)",
        "'94,1", "94,1 (%)", "94,1 ( % )",
    ],
)  # fmt: skip
def test_what_a_share_is_compared_with_or_taken_from_says_nothing_of_it(text: str) -> None:
    assert value_of(text, SHARE) == 94.1


@pytest.mark.parametrize(
    "text",
    [
        "1.250 (trong đó nữ 600)", "1.250, trong đó nữ 600", "1.250 (nữ: 600)", "1.250 người, đạt 125% KH",
        "1.250 người (tăng 12% so với cùng kỳ)", "1,25 nghìn", "1,25 nghìn người",
    ],
)  # fmt: skip
def test_a_count_with_its_parts_or_in_thousands(text: str) -> None:
    assert value_of(text, JOBS) == 1250


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("94,1% (kế hoạch 99%)", SHARE), ("94,1 (theo KH)", SHARE), ("94,1% (theo dự kiến)", SHARE),
        ("94,1% (năm 2025)", SHARE), ("94,1 (tăng 0,3)", SHARE), ("94,1% so với KH", SHARE),
        ("345 (đạt 101% KH)", REVENUE), ("1.250 (đạt 125% KH)", JOBS), ("95, tăng 15,2%", RISE),
        ("94,1% (nam 2025)", SHARE), ("94,1% (số liệu quý trước)", SHARE), ("94,1% (theo nghị quyết)", SHARE),
        ("93% (tăng lên 94,1%)", SHARE), ("93%, giảm còn 90%", SHARE), ("95% (KH)", SHARE), ("đạt 95% kế hoạch", SHARE),
    ],
)  # fmt: skip
def test_what_may_be_the_figure_itself_is_asked_back(text: str, measure: Measure) -> None:
    assert value_of(text, measure) == "text_not_number"


@pytest.mark.parametrize("text", ["tạm tính 94,1", "94,1 (tạm tính)", "94,1% (sơ bộ)", "Sơ bộ: 94,1%"])
def test_a_provisional_figure_is_an_estimate(text: str) -> None:
    assert to_value(Cell(CellKind.TEXT, text), SHARE) == Value(Decimal("94.1000"), estimate=True)


@pytest.mark.parametrize("text", ["195,5tr", "195,5 tr/ha", "195,5 triệu đồng/1ha", "195,5 trđ/01 ha"])
def test_millions_as_offices_shorten_them(text: str) -> None:
    assert value_of(text, CROPS) == 195.5


@pytest.mark.parametrize(
    "text",
    [
        "9.410 người/10.000 người", "94,1% (9.410 người/10.000 người)", "9.410/10.000 người, đạt 94,1%",
        "9.410 người/10.000 dân",
    ],
)  # fmt: skip
def test_a_ratio_may_say_its_unit_twice(text: str) -> None:
    ratio = ratio_in(text)
    assert ratio is not None
    assert [int(ratio.numerator), int(ratio.denominator)] == [9410, 10000]


@pytest.mark.parametrize("text", ["45/13 nghìn dân", "45 DN/13 nghìn dân", "45/50 tỷ đồng", "45 tỷ đồng/50 tỷ đồng"])
def test_a_ratio_in_units_that_multiply_is_not_taken(text: str) -> None:
    assert ratio_in(text) is None


@pytest.mark.parametrize(("text", "expected"), [("tăng trưởng 15,2%", 15.2), ("âm 1,5%", -1.5)])
def test_growth_in_other_words(text: str, expected: float) -> None:
    assert value_of(text, RISE) == expected


@pytest.mark.parametrize(
    ("value", "is_doubted"), [("115,2", True), (98.5, True), ("115,2% (tăng 15,2%)", True), (49.9, False)]
)
def test_an_index_in_the_place_of_a_growth_waits_for_confirmation(value: object, is_doubted: bool) -> None:
    reading = read([TITLE, (*HEADER, "Lũy kế 9 tháng"), (*GROWTH, value)])
    assert len(values(reading)) == 1
    assert codes(reading) == (["index_suspected"] if is_doubted else [])
    assert "index_suspected" in TO_CONFIRM


@pytest.mark.parametrize("text", ["12.500 người", "1.250 tỷ đồng"])
def test_another_unit_is_told_before_a_doubtful_mark(text: str) -> None:
    assert value_of(text, SHARE) == "unit_mismatch"


def test_a_number_beyond_all_is_told_without_exponents() -> None:
    value = to_value(Cell(CellKind.NUMBER, "1e+300"), JOBS)
    assert not isinstance(value, Value)
    assert value.details["text"] == "> 10.000.000.000.000"


@pytest.mark.parametrize(
    ("text", "measure", "said"),
    [("101", SHARE, "từ 0 đến 100 %"), ("-1", JOBS, "từ 0 người trở lên"), ("400", RISE, "từ -100 đến 300 %")],
)
def test_a_range_is_told_in_words(text: str, measure: Measure, said: str) -> None:
    value = to_value(Cell(CellKind.TEXT, text), measure)
    assert not isinstance(value, Value)
    assert value.details["range"] == said


def test_a_label_before_a_figure_may_be_a_unit_too() -> None:
    row = ("9", "Tỷ lệ gia đình văn hóa, thôn văn hóa", "%", "thôn 77,8%; gia đình 98,6%")
    reading = read([("BÁO CÁO NĂM 2026",), (*HEADER, "Kết quả"), row])
    assert values(reading) == {("cultural_families", "2026"): 98.6, ("cultural_villages", "2026"): 77.8}
    assert codes(reading) == []


def test_a_unit_behind_several_figures_is_no_label() -> None:
    assert [(part.label, part.text) for part in parts_of("12 thôn; 5 hộ") or []] == [("", "12 thôn"), ("", "5 hộ")]
