"""Which measure a row is: by name, by code, by likeness that somebody must confirm, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue import Measure
from indicators.intake import Match, Memory
from indicators.intake.folding import fold
from indicators.intake.names.likeness import alike_enough, comparable, likeness
from indicators.intake.names.match import CODE_FROM, Ambiguous, NameBook, Recognised
from indicators.intake.names.normal import remembered_name, words_of
from tests.intake.sheets import COMMUNES, HEADER, TITLE, WATER, cells, codes, read, values

BOOK = NameBook(COMMUNES.by_commune["vinh_thinh"])
RESULT = (*HEADER, "Kết quả")


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("Tỷ lệ hộ nghèo", "multidimensional_poverty"),
        ("TỈ LỆ HỘ NGHÈO (%)", "multidimensional_poverty"),
        ("- Tỷ lệ hộ nghèo, %", "multidimensional_poverty"),
        ("ty le ho ngheo", "multidimensional_poverty"),
        ("Trong đó: Nông nghiệp, thủy sản", "agriculture_fishery_growth"),
        ("2.1. Tốc độ tăng GTSP nông nghiệp - thuỷ sản", "agriculture_fishery_growth"),
        ("a) Công nghiệp - Xây dựng", "industry_construction_growth"),
        ("CN-XD", "industry_construction_growth"),
        ("Tỷ lệ bao phủ bảo hiểm y tế", "health_insurance_coverage"),
        ("Tỷ lệ dân số tham gia BHYT", "health_insurance_coverage"),
        ("Tỷ lệ LLLĐ trong độ tuổi tham gia BHXH", "social_insurance_coverage"),
        ("Số DN/1.000 dân", "enterprises_per_1000"),
        ("Số doanh nghiệp đang hoạt động trên 1000 dân", "enterprises_per_1000"),
        ("Giá trị SP trên 1 ha", "crop_value_per_hectare"),
        ("Xã đạt chuẩn NTM kiểu mẫu", "model_new_rural_commune"),
        ("Xã không ma tuý", "drug_free_commune"),
        ("Chỉ tiêu 12: Tỷ lệ dân số tham gia bảo hiểm y tế", "health_insurance_coverage"),
        ("Thu ngân sách nhà nước trên địa bàn so với thành phố giao (tăng bình quân 5%)", "budget_revenue_vs_assigned"),
        ("Số trường đạt thêm chuẩn quốc gia mức độ 02", "schools_level_2_added"),
        ("Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều*", "multidimensional_poverty"),
    ],
)
def test_same_name_in_other_words(name: str, measure: str) -> None:
    found = BOOK.recognise(name, "")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == (measure, Match.NAME)


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("Tỷ lệ hộ nghèo đa chiều", "multidimensional_poverty"),
        ("Tỷ lệ người dân tham gia BHYT", "health_insurance_coverage"),
        ("Tỷ lệ hồ sơ TTHC giải quyết đúng hạn", "procedures_on_time"),
        ("Tỷ lệ rác thải sinh hoạt được thu gom", "household_waste_collected"),
        ("Số lao động được giải quyết việc làm mới", "new_jobs"),
        ("Tỷ lệ dân số nông thôn được sử dụng nước sạch", "clean_water"),
        ("Thu ngân sách nhà nước trên địa bàn so với thành phố giao (tăng bình quân 9%)", "budget_revenue_vs_assigned"),
    ],
)
def test_likeness_asks_to_be_confirmed(name: str, measure: str) -> None:
    found = BOOK.recognise(name, "")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == (measure, Match.LIKELY)


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ hộ cận nghèo",
        "ty le ho can ngheo",
        "Tỷ lệ hộ tái nghèo",
        "ty le ho tai ngheo",
        "Tỷ lệ hộ nghèo giảm",
        "Số hộ nghèo",
        "Số người mất việc làm",
        "Tỷ lệ hồ sơ TTHC quá hạn",
        "Số trường đạt chuẩn quốc gia mức độ 1",
        "Nhà văn hóa",
        "Tỷ lệ dân số tham gia BHYT (không kể lực lượng vũ trang)",
        "Giá trị sản phẩm công nghiệp - xây dựng",
        "KINH TẾ",
        "Tổng đàn lợn",
    ],
)
def test_what_means_something_else_is_not_recognised(name: str) -> None:
    assert BOOK.recognise(name, "") is None


def test_one_insurance_never_becomes_the_other() -> None:
    found = BOOK.recognise("Tỷ lệ dân số tham gia bảo hiểm xã hội", "12")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == ("social_insurance_coverage", Match.LIKELY)
    assert isinstance(BOOK.recognise("Tỷ lệ tham gia bảo hiểm", ""), Ambiguous)


@pytest.mark.parametrize(
    ("name", "code", "measure", "match"),
    [
        ("", "12", "health_insurance_coverage", Match.CODE),
        ("", "10.1.", "schools_national_standard", Match.CODE),
        ("", "clean_water", "clean_water", Match.CODE),
        ("Tỷ lệ hộ nghèo đa chiều", "7", "multidimensional_poverty", Match.CODE),
        ("Tỷ lệ hộ nghèo đa chiều", "12", "multidimensional_poverty", Match.LIKELY),
        ("Tỷ lệ hộ nghèo", "12", "multidimensional_poverty", Match.NAME),
        ("Tỷ lệ dân số nông thôn sử dụng nước sạch", "17", "clean_water", Match.LIKELY),
    ],
)
def test_a_code_counts_where_the_name_does_not_contradict_it(name: str, code: str, measure: str, match: Match) -> None:
    found = BOOK.recognise(name, code)
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == (measure, match)


def test_a_code_makes_nothing_of_another_name() -> None:
    assert BOOK.recognise("Tổng đàn lợn", "12") is None
    assert BOOK.recognise("Tỷ lệ hộ cận nghèo", "7") is None
    assert BOOK.recognise("", "99") is None


def test_every_name_of_the_catalogue_is_its_own() -> None:
    for entry in COMMUNES.communes:
        book = NameBook(entry)
        for measure in entry.measures:
            for name in entry.names_of(measure):
                found = book.recognise(name, "")
                assert isinstance(found, Recognised)
                assert (found.measure.measure, found.match) == (measure.measure, Match.NAME)


def test_words_of_a_name() -> None:
    assert words_of("b) Tỉ lệ bao phủ BHYT (%)") == words_of("Tỷ lệ bao phủ bảo hiểm y tế")
    assert words_of("Kỹ năng, mỹ thuật") == words_of("Kĩ năng, mĩ thuật")
    assert words_of("01 tổ hợp tác; 1.000 dân") == words_of("1 tổ hợp tác; 1000 dân")


def test_rows_that_are_nothing_are_passed_over_or_named() -> None:
    rows = [
        ("I", "KINH TẾ"),
        (*WATER, 98.9),
        (None, "Trong đó:"),
        ("x", "Tổng đàn lợn", "con", 500),
        (None, "Người lập biểu"),
    ]
    reading = read([TITLE, RESULT, *rows])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "row_not_recognised") == ["B6"]
    assert codes(reading) == ["row_not_recognised"]


def test_a_likely_row_is_shown_and_asked_to_be_confirmed() -> None:
    reading = read([TITLE, RESULT, ("1", "Tỷ lệ hộ nghèo đa chiều", "%", 0.63)])
    assert [(found.measure, found.match) for found in reading.likely] == [("multidimensional_poverty", Match.LIKELY)]
    assert cells(reading, "likely_match") == ["B3"]


def test_a_likely_row_gives_way_to_the_exact_one() -> None:
    rows = [(*WATER, 98.9), ("18", "Tỷ lệ dân số nông thôn được sử dụng nước sạch", "%", 97)]
    reading = read([TITLE, RESULT, *rows])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert cells(reading, "row_not_recognised") == ["B4"]


def test_a_name_between_two_measures_is_not_read() -> None:
    reading = read([TITLE, RESULT, (*WATER, 98.9), (None, "Tỷ lệ tham gia bảo hiểm", "%", 90)])
    assert cells(reading, "name_ambiguous") == ["B4"]
    assert "bảo hiểm y tế" in reading.issues[0].message
    assert "bảo hiểm xã hội" in reading.issues[0].message


def test_nothing_recognised() -> None:
    reading = read([TITLE, RESULT, ("1", "Tổng đàn lợn", "con", 500)])
    assert codes(reading) == ["no_row_recognised"]
    assert (reading.issues[0].sheet, reading.issues[0].cell) == (None, None)


def test_a_code_recognises_a_name_that_only_leaves_words_out() -> None:
    found = BOOK.recognise("BHYT", "12")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == ("health_insurance_coverage", Match.CODE)
    assert BOOK.recognise("BHYT", "13") is None  # the social insurance's code: the name contradicts it
    assert BOOK.recognise("Số vụ tai nạn giao thông", "12") is None


def test_other_words_in_the_place_of_the_measures_own_are_another_thing() -> None:
    assert BOOK.recognise("Tỷ lệ tăng dân số cơ học", "") is None


def test_a_running_number_without_a_name_is_no_code() -> None:
    goods = [("TT", "Tên hàng", "ĐVT", "Quý III/2026"), (12, "Gạo", "%", 94.1), (17, "Ngô", "%", 98.9)]
    assert codes(read([TITLE, *goods])) == ["no_row_recognised"]
    coded = [("Mã", "ĐVT", "Quý III/2026"), ("12", "%", 94.1)]
    assert values(read([TITLE, *coded])) == {("health_insurance_coverage", "2026-Q3"): 94.1}


SECTORS = ("Nông nghiệp - Thủy sản", 16), ("Công nghiệp - Xây dựng", 48), ("Thương mại - Dịch vụ", 36)
GROWN = [(2, "Tốc độ tăng tổng GTSP trên địa bàn", "%", 9.2), (None, "Trong đó:", None, None)]
GROWN_PARTS = [("-", "Nông nghiệp - Thủy sản", "%", 3.1), ("-", "Công nghiệp - Xây dựng", "%", 11.5)]


@pytest.mark.parametrize(
    "heading",
    [
        ("II", "Cơ cấu kinh tế", None, None),
        (None, "Tỷ trọng các ngành kinh tế", None, None),
        (3, "Cơ cấu kinh tế", "%", 100),
        (3, "Giá trị sản xuất", "tỷ đồng", 2000),
        (3, "Tổng giá trị sản phẩm các ngành", None, None),
    ],
)
@pytest.mark.parametrize("marks", ["---", "+++", "abc", [None] * 3, "123", "456"])
def test_shares_of_the_economy_are_not_its_growth(heading: tuple, marks: list) -> None:
    parts = [
        (f"{mark})" if mark in "abc" and mark else mark, name, "%", value) if mark else (None, name, "%", value)
        for mark, (name, value) in zip(marks, SECTORS, strict=True)
    ]
    reading = read([TITLE, RESULT, *GROWN, *GROWN_PARTS, heading, *parts, (9, *WATER[1:], 98.9)])
    assert values(reading) == {
        ("gross_product_growth", "2026-Q3"): 9.2,
        ("agriculture_fishery_growth", "2026-Q3"): 3.1,
        ("industry_construction_growth", "2026-Q3"): 11.5,
        ("clean_water", "2026-Q3"): 98.9,
    }
    assert cells(reading, "row_not_recognised")[-3:] == ["B8", "B9", "B10"]


def test_parts_written_with_their_marks_before_the_name() -> None:
    parts = [(None, f"- {name}", "%", value) for name, value in SECTORS]
    reading = read([TITLE, RESULT, ("2", "Cơ cấu kinh tế", None, None), *parts, ("3", *WATER[1:], 98.9)])
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}


def test_a_numbered_row_does_not_belong_to_the_group_before_it() -> None:
    rows = [(1, "Tỷ trọng lao động qua đào tạo", "%", 70), ("-", "Có bằng", "%", 30), (2, "Gia đình văn hóa", "%", 93)]
    assert ("cultural_families", "2026-Q3") in values(read([TITLE, RESULT, *rows]))


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("Chỉ tiêu về tỷ lệ hộ nghèo", "multidimensional_poverty"),
        ("Tỷ lệ hộ nghèo trên địa bàn xã", "multidimensional_poverty"),
        ("Tỷ lệ hộ nghèo toàn xã", "multidimensional_poverty"),
        ("Thu NSNN trên địa bàn xã Vĩnh Thịnh", "budget_revenue_vs_assigned"),
        ("Tỷ lệ thu gom rác thải sinh hoạt tại xã", "household_waste_collected"),
        ("Tốc độ tăng TNBQ đầu người", "income_per_capita_growth"),
        ("Tốc độ tăng GTSP TM-DV", "trade_services_growth"),
        ("Tốc độ tăng GTSP nông nghiệp - TS", "agriculture_fishery_growth"),
        ("Tỷ lệ CSGD có ít nhất một phòng học thông minh", "schools_with_smart_classroom"),
        ("Tỷ lệ HS TTHC trực tuyến", "online_filing_share"),
        ("Tỷ lệ trường học các cấp đạt chuẩn QG", "schools_national_standard"),
        ("TỈ LỆ TĂNG DÂN SỐ TỰ NHIÊN", "natural_population_growth"),
        ("Ti le dan so tham gia bao hiem y te", "health_insurance_coverage"),
    ],
)
def test_what_is_shortened_or_says_nothing_does_not_keep_a_name_from_deciding(name: str, measure: str) -> None:
    found = BOOK.recognise(name, "")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == (measure, Match.NAME)


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("HS trực tuyến", "online_filing_share"),  # 'hồ sơ', but also 'học sinh'
        ("Tỷ lệ dân số được sử dụng nước sạh", "clean_water"),
        ("Tỷ suất tăng dân số tự nhiên", "natural_population_growth"),
        ("Xã đạt chuẩn quốc gia về y tế", "health_station_standard"),
        ("Tỷ lệ chất thải rắn sinh hoạt được thu gom", "household_waste_collected"),
        ("Tỷ lệ hộ nghèo năm 2025", "multidimensional_poverty"),
        ("Tỷ lệ hộ nghèo đến hết quý III", "multidimensional_poverty"),
        ("Tỷ lệ hộ nghèo (theo chuẩn mới)", "multidimensional_poverty"),
        ("Tốc độ tăng GRDP", "gross_product_growth"),
    ],
)
def test_what_could_mean_something_else_only_likens(name: str, measure: str) -> None:
    found = BOOK.recognise(name, "")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == (measure, Match.LIKELY)


@pytest.mark.parametrize(
    "name",
    ["Tỷ lệ hộ cận nghèo trên địa bàn xã", "Tỷ lệ hộ nghèo xã Vĩnh Phong", "Số HTX", "Chỉ tiêu", "trên địa bàn xã"],
)
def test_what_is_left_out_never_turns_a_name_into_another(name: str) -> None:
    assert BOOK.recognise(name, "") is None


LOCAL = "Tỷ lệ người dân tham gia BHYT"
CONFIRMED = {remembered_name(LOCAL): "health_insurance_coverage"}


def test_a_confirmed_likeness_is_a_name_from_then_on() -> None:
    rows = [TITLE, RESULT, ("12", LOCAL, "%", 94.1)]
    assert codes(read(rows)) == ["likely_match"]
    again = read(rows, memory=Memory(names=CONFIRMED))
    assert [(found.measure, found.match) for found in again.readings] == [("health_insurance_coverage", Match.NAME)]
    assert codes(again) == []
    other_case = [TITLE, RESULT, ("a)", "TỈ LỆ NGƯỜI DÂN THAM GIA BẢO HIỂM Y TẾ (%)", "%", 94.1)]
    assert codes(read(other_case, memory=Memory(names=CONFIRMED))) == []


def test_the_catalogue_comes_before_what_was_confirmed() -> None:
    stale = {remembered_name("Tỷ lệ hộ nghèo"): "clean_water", remembered_name("Tổng đàn lợn"): "no_such_measure"}
    book = NameBook(COMMUNES.by_commune["vinh_thinh"], stale)
    found = book.recognise("Tỷ lệ hộ nghèo", "")
    assert isinstance(found, Recognised)
    assert found.measure.measure == "multidimensional_poverty"
    assert book.recognise("Tổng đàn lợn", "") is None


def test_a_confirmed_name_beside_a_code_of_another_measure_is_asked_about_again() -> None:
    book = NameBook(COMMUNES.by_commune["vinh_thinh"], {remembered_name("Tỷ lệ hộ nghèo đa chiều"): "clean_water"})
    assert [getattr(book.recognise("Tỷ lệ hộ nghèo đa chiều", code), "match", None) for code in ("", "17", "12")] == [
        Match.NAME, Match.NAME, Match.LIKELY,
    ]  # fmt: skip


RURAL = "Tỷ lệ dân số nông thôn được sử dụng nước sạch"


@pytest.mark.parametrize("rows", [[(*WATER, 98.9), (None, RURAL, "%", 97)], [(None, RURAL, "%", 97), (*WATER, 98.9)]])
def test_a_confirmed_name_gives_way_to_the_measure_s_own_in_the_same_sheet(rows: list) -> None:
    names = {remembered_name(RURAL): "clean_water"}
    reading = read([TITLE, RESULT, *rows], memory=Memory(names=names))
    assert values(reading) == {("clean_water", "2026-Q3"): 98.9}
    assert codes(reading) == ["row_not_recognised"]


def test_a_likeness_gives_way_to_a_confirmed_name() -> None:
    rows = [(None, RURAL, "%", 97), (None, "Tỷ lệ hộ dân được sử dụng nước sạch", "%", 95)]
    reading = read([TITLE, RESULT, *rows], memory=Memory(names={remembered_name(RURAL): "clean_water"}))
    assert values(reading) == {("clean_water", "2026-Q3"): 97}
    assert cells(reading, "row_not_recognised") == ["B4"]


def test_two_confirmed_names_of_one_measure_must_agree() -> None:
    other = "Tỷ lệ BHYT toàn dân"
    names = CONFIRMED | {remembered_name(other): "health_insurance_coverage"}
    rows = [TITLE, RESULT, ("12", LOCAL, "%", 94.1)]
    reading = read([*rows, (None, other, "%", 95)], memory=Memory(names=names))
    assert codes(reading) == ["duplicate_value"]
    assert all(cell in reading.issues[0].message for cell in ("Sheet1!D3", "Sheet1!D4"))
    assert codes(read([*rows, (None, other, "%", "94,10%")], memory=Memory(names=names))) == []


@given(st.sampled_from(COMMUNES.by_commune["vinh_thinh"].measures), st.sampled_from(["", "a) ", "- ", "2.1. "]))
def test_how_a_name_is_written_does_not_matter(measure: Measure, marker: str) -> None:
    """Capitals, no marks at all, 'i' for 'y', the words 'trên địa bàn xã' behind it."""
    for written in (measure.name_vi.upper(), fold(measure.name_vi), measure.name_vi.replace("Tỷ", "Tỉ")):
        for end in ("", " *", " trên địa bàn xã"):
            found = BOOK.recognise(f"{marker}{written}{end}", "")
            assert isinstance(found, Recognised)
            assert (found.measure, found.match) == (measure, Match.NAME)


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("Tỷ lệ dân số tham gia bảo hiểm y tế (BHYT)", "health_insurance_coverage"),
        ("Tỷ lệ dân số tham gia BHYT đạt 99% trở lên", "health_insurance_coverage"),
        ("Tỷ lệ hộ nghèo còn dưới 1%", "multidimensional_poverty"),
        ("Tỷ lệ phát triển dân số tự nhiên dưới 0,5%", "natural_population_growth"),
        ("Tốc độ tăng tổng giá trị sản phẩm trên địa bàn đạt 15-16%/năm", "gross_product_growth"),
        ("Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 190-200 triệu đồng/ha", "crop_value_per_hectare"),
        ("Giá trị sản phẩm/1ha đất trồng trọt", "crop_value_per_hectare"),
        ("Số DN đang hoạt động/1000 dân", "enterprises_per_1000"),
        ("Tỷ lệ CSGD có ít nhất 01 phòng học thông minh", "schools_with_smart_classroom"),
        ("Số trường đạt thêm chuẩn quốc gia mức độ II", "schools_level_2_added"),
        ("Tốc độ tăng tổng giá trị sản phẩm trên địa bàn bình quân 15-16%/năm", "gross_product_growth"),
        ("Tỷ lệ bao phủ BHYT (1)", "health_insurance_coverage"),
        ("Số trường đạt thêm chuẩn quốc gia mức độ (2)", "schools_level_2_added"),
    ],
)
def test_a_goal_an_abbreviation_beside_or_another_sign_is_the_same_name(name: str, measure: str) -> None:
    found = BOOK.recognise(name, "")
    assert isinstance(found, Recognised)
    assert (found.measure.measure, found.match) == (measure, Match.NAME)


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ hộ cận nghèo còn 1%", "Số trường đạt thêm chuẩn quốc gia mức độ I", "Số trường đạt 2 tiêu chí",
        "Chi ngân sách nhà nước trên địa bàn so với thành phố giao", "Tỷ lệ hộ nghèo giảm 1%",
    ],
)  # fmt: skip
def test_a_goal_or_a_level_never_makes_another_name_the_measure_s(name: str) -> None:
    assert BOOK.recognise(name, "") is None


def test_after_so_many_names_the_exact_ones_are_still_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.intake.names.match.MOST_LIKENED", 2)
    book = NameBook(COMMUNES.by_commune["vinh_thinh"])
    likely = ["Tỷ lệ hộ nghèo đa chiều", "Tỷ lệ người dân tham gia BHYT", "Tỷ lệ hộ sử dụng nước sạch"]
    assert [book.recognise(name, "") is None for name in likely] == [False, False, True]
    assert all(isinstance(book.recognise(name, ""), Recognised) for name in ("Tỷ lệ hộ nghèo", likely[0]))


@given(
    st.lists(st.sampled_from(["tỷ", "lệ", "số", "dân", "hộ", "nghèo", "nước", "sạch", "nhà", "đa", "năng"]), min_size=1)
)
def test_all_at_once_are_as_alike_as_one_by_one(words: list[str]) -> None:
    written = words_of(" ".join(words))
    known = [words_of(name) for name in ("Tỷ lệ hộ nghèo", "Nước sạch", "Nhà đa năng")]
    alike = [index for index, name in enumerate(known) if likeness(written, name) >= CODE_FROM]
    assert alike_enough(written, comparable(known), CODE_FROM) == alike


def test_a_row_without_a_name_is_named_by_its_number() -> None:
    reading = read([TITLE, (*HEADER, "Thực hiện"), (*WATER, 98.9), (None, None, "%", 12)])
    (issue,) = [issue for issue in reading.issues if issue.code == "row_not_recognised"]
    assert "Dòng «4»" in issue.message
