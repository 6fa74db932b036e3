"""Every kind of change: what the difference says of it, with its cell, and what is recorded."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from indicators.catalogue import Assigner, GrowthScenario, PaceSource, PathRule, Retirement, Step, YearGoal
from indicators.moments import END
from indicators.plans.known import newest_version
from indicators.progress import targets_judged
from tests.plans.desk import Desk, lines

SHARES = (5, 10, 20, 25, 30, 45, 50, 55, 70, 80, 90, 100)


def test_a_bound_a_tolerance_and_people_change() -> None:
    desk = Desk()
    goal = desk.put("Chỉ tiêu", "12", "Mức dưới", 99.5)
    desk.put("Chỉ tiêu", "12", "Ngưỡng dung sai", "0,25")
    desk.put("Chỉ tiêu", "12", "Cam kết", "phấn đấu")
    desk.put("Chỉ tiêu", "12", "Lãnh đạo chỉ đạo", " Trần  Thị Bình ")
    preview = desk.preview()
    assert lines(preview) == [
        ("changed", "12", "Mức dưới", "99", "99,5"),
        ("changed", "12", "Ngưỡng dung sai", "", "0,25"),
        ("changed", "12", "Cam kết", "Bắt buộc", "Phấn đấu"),
        ("changed", "12", "Lãnh đạo chỉ đạo", "", "Trần Thị Bình"),
    ]
    assert (preview.changes[0].sheet, preview.changes[0].cell) == ("Chỉ tiêu", goal)
    desk.record()
    target = desk.entry().target_by_id["12"]
    assert (target.value, target.tolerance, target.directing_leader) == (
        Decimal("99.5"),
        Decimal("0.25"),
        "Trần Thị Bình",
    )


def test_the_measures_unit_stays_the_lead_unit_until_another_is_written() -> None:
    desk = Desk()
    measure = desk.entry().measure_by_id["clean_water"]
    desk.put("Chỉ tiêu", "17", "Cơ quan chủ trì tham mưu", "Trạm y tế")
    assert lines(desk.preview()) == [
        ("changed", "17", "Cơ quan chủ trì tham mưu", measure.lead_unit, "Trạm y tế"),
    ]


def test_suspended_resumed_retired_and_replaced() -> None:
    desk = Desk()
    desk.put("Chỉ tiêu", "9.2", "Trạng thái", "Tạm dừng")
    desk.put("Chỉ tiêu", "13", "Trạng thái", "Ngừng")
    desk.put("Chỉ tiêu", "18", "Trạng thái", "Ngừng")
    desk.put("Chỉ tiêu", "18", "Thay bằng", "17")
    preview = desk.preview()
    assert [(str(line.kind), line.target, line.after) for line in preview.changes] == [
        ("suspended", "9.2", "Tạm dừng"), ("retired", "13", "Ngừng"), ("replaced", "18", "Ngừng, thay bằng 17"),
    ]  # fmt: skip
    assert preview.changes[0].cell == desk.cell("Chỉ tiêu", "9.2", "Trạng thái")
    desk.record()
    entry = desk.entry()
    assert entry.retirements == (Retirement("13", None), Retirement("18", "17"))
    assert entry.target_by_id["9.2"].suspended
    assert len(entry.targets) == 28
    judged = {row["target"]: row["status"] for row in targets_judged(desk.store, "vinh_thinh", "2026-Q4", END)}
    assert judged["9.2"] == "suspended"
    assert not {"13", "18"} & set(judged)
    desk.take()  # what was retired is still there to see, locked
    page = desk.book["Chỉ tiêu"]
    last = page[desk.cell("Chỉ tiêu", "18", "Trạng thái")]
    assert (last.value, last.protection.locked) == ("Ngừng", True)
    assert page[desk.cell("Chỉ tiêu", "18", "Thay bằng")].value == "17"
    desk.put("Chỉ tiêu", "9.2", "Trạng thái", "Đang thực hiện")
    assert lines(desk.preview()) == [("resumed", "9.2", "Trạng thái", "Tạm dừng", "Đang thực hiện")]


def test_an_indicator_is_added_by_data_alone() -> None:
    desk = Desk()
    desk.add("Đại lượng", **{
        "Mã đại lượng": "satisfaction", "Tên đại lượng": "Mức độ hài lòng của người dân", "ĐVT": "%",
        "Cách cộng dồn": "Tại thời điểm cuối kỳ", "Tần suất": "Quý", "Ngày khép sổ": "31/01 năm sau",
        "Số chữ số thập phân": 1, "Nhỏ nhất": 0, "Lớn nhất": 100, "Tên gọi khác": "Hài lòng; Chỉ số hài lòng",
    })  # fmt: skip
    row = desk.add("Chỉ tiêu", **{
        "Mã": "23", "Chỉ tiêu số": 23, "Nhóm": "Hành chính", "Tên chỉ tiêu": "Mức độ hài lòng", "ĐVT": "%",
        "Mã đại lượng": "satisfaction", "Cách đánh giá": "Hằng năm", "Từ năm": 2027, "Đến năm": 2030,
        "So sánh": "Trong khoảng", "Mức dưới": 95, "Mức trên": 100,
    })  # fmt: skip
    changes = desk.preview().changes
    assert [(str(line.kind), line.target, line.field, line.after) for line in changes] == [
        ("added", "23", "Chỉ tiêu mới", "95 - 100"),
        ("added", "satisfaction", "Đại lượng mới", "Mức độ hài lòng của người dân; %; Tại thời điểm cuối kỳ; Quý"),
    ]
    assert (changes[0].sheet, changes[0].cell) == ("Chỉ tiêu", f"A{row}")
    desk.record()
    entry = desk.entry()
    measure = entry.measure_by_id["satisfaction"]
    assert (measure.closes.day, measure.closes.month, measure.closes.next_year) == (31, 1, True)
    assert measure.names_seen_vi == ("Hài lòng", "Chỉ số hài lòng")
    assert entry.targets[-1].target == "23"
    judged = targets_judged(desk.store, "vinh_thinh", "2027-Q1", END)
    assert [row["goal_value"] for row in judged if row["target"] == "23"] == [95]


def test_above_and_a_kept_recognition_are_added_too() -> None:
    desk = Desk()
    shared = {"Nhóm": "Xã hội", "Từ năm": 2026, "Đến năm": 2030}
    desk.add("Chỉ tiêu", **{
        "Mã": "12.1", "Tên chỉ tiêu": "Bảo hiểm y tế hằng năm", "ĐVT": "%", "Mã đại lượng": "health_insurance_coverage",
        "Cách đánh giá": "Hằng năm", "So sánh": ">", "Mức dưới": 90, **shared,
    })  # fmt: skip
    desk.add("Chỉ tiêu", **{
        "Mã": "14.1", "Tên chỉ tiêu": "Giữ chuẩn y tế", "ĐVT": "đạt/chưa", "Mã đại lượng": "health_station_standard",
        "Cách đánh giá": "Hằng năm", "So sánh": "Đạt", **shared,
    })  # fmt: skip
    assert [line[1:] for line in lines(desk.preview())] == [
        ("12.1", "Chỉ tiêu mới", "", "> 90"), ("14.1", "Chỉ tiêu mới", "", "Đạt"),
    ]  # fmt: skip
    desk.record()
    codes = [target.target for target in desk.entry().targets]
    # without a number of its own a new target belongs to the indicator of its code, and stands behind its last one
    assert codes[codes.index("12") + 1] == "12.1"
    assert desk.entry().target_by_id["14.1"].value == 1


def test_goals_of_single_years() -> None:
    desk = Desk()
    city = desk.put("Chỉ tiêu giao năm", "3", "2027: mức dưới", 170, "Thành phố")
    desk.put("Chỉ tiêu giao năm", "3", "2027: mức trên", 175, "Thành phố")
    desk.put("Chỉ tiêu giao năm", "3", "2027: mức dưới", 172, "HĐND xã")
    preview = desk.preview()
    assert lines(preview) == [
        ("added", "3", "Chỉ tiêu giao năm 2027 (Thành phố), mức dưới", "", "170"),
        ("added", "3", "Chỉ tiêu giao năm 2027 (Thành phố), mức trên", "", "175"),
        ("added", "3", "Chỉ tiêu giao năm 2027 (HĐND xã), mức dưới", "", "172"),
    ]
    assert preview.changes[0].cell == city
    desk.record()
    assert set(desk.entry().year_goals) == {
        YearGoal("3", 2027, Decimal(170), Decimal(175), Assigner.CITY),
        YearGoal("3", 2027, Decimal(172), None, Assigner.COUNCIL),
    }
    desk.take()
    desk.put("Chỉ tiêu giao năm", "3", "2027: mức trên", None, "Thành phố")
    desk.put("Chỉ tiêu giao năm", "3", "2027: mức dưới", None, "HĐND xã")
    assert lines(desk.preview()) == [
        ("changed", "3", "Chỉ tiêu giao năm 2027 (Thành phố), mức trên", "175", ""),
        ("changed", "3", "Chỉ tiêu giao năm 2027 (HĐND xã), mức dưới", "172", ""),
    ]


def quarters(desk: Desk, year: int, target: str, values: tuple[object, ...], band: str = "Mức dưới") -> list[str]:
    titles = ("Quý I", "Quý II", "Quý III", "Quý IV")
    return [desk.put(f"Mốc {year}", target, title, value, band) for title, value in zip(titles, values, strict=True)]


def test_quarters_of_a_total_fill_in_the_months_on_a_line() -> None:
    desk = Desk()
    cells = quarters(desk, 2027, "16.1", (90, 240, 390, 500))
    changes = {line[2]: line[4] for line in lines(desk.preview())}
    # January: 0 + 90/3 = 30; May: 90 + 150 × 2/3 = 190; November: 390 + 110 × 2/3 = 463,3333
    assert (changes["Mốc tháng 1/2027, mức dưới"], changes["Mốc tháng 5/2027, mức dưới"]) == ("30", "190")
    assert changes["Mốc tháng 11/2027, mức dưới"] == "463,3333"
    assert "Mốc tháng 3/2027, mức dưới" not in changes  # said by the quarter that ends with it
    assert len(changes) == 12
    line = next(line for line in desk.preview().changes if line.field == "Mốc quý II/2027, mức dưới")
    assert (line.sheet, line.cell) == ("Mốc 2027", cells[1])
    desk.record()
    judged = {row["target"]: row for row in targets_judged(desk.store, "vinh_thinh", "2027-Q2", END)}
    assert (judged["16.1"]["planned_value"], judged["16.1"]["is_fixed"]) == (240, True)
    desk.take()
    assert desk.preview().changes == ()


def test_quarters_of_a_linear_path_start_where_the_year_before_ended() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "98.4"})
    quarters(desk, 2027, "17", (99.1, 99.2, 99.3, 99.4))
    changes = {line[2]: line[4] for line in lines(desk.preview())}
    # the path stands at 98.4 + 1.6 × 12/60 = 98.72 when 2026 ends; January: 98.72 + 0.38/3 = 98.8467
    assert changes["Mốc tháng 1/2027, mức dưới"] == "98,8467"
    assert changes["Mốc tháng 2/2027, mức dưới"] == "98,9733"


def test_of_the_year_in_which_it_takes_over_only_the_rest_is_wanted() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "98.4"})
    desk.put("Mốc 2026", "17", "Quý IV", 98.8, "Mức dưới")
    changes = {line[2]: line[4] for line in lines(desk.preview(valid_from=date(2026, 11, 1)))}
    # at the end of October 98.4 + 1.6 × 10/60 = 98.6667; November halfway to 98.8: 98.73335
    assert changes == {"Mốc quý IV/2026, mức dưới": "98,8", "Mốc tháng 11/2026, mức dưới": "98,7334"}


def test_own_scenarios_of_a_year_follow_the_targets_own_rule() -> None:
    desk = Desk()
    desk.reports("clean_water", {"2025": "98.4"})
    desk.add("Kịch bản", **{"Mã kịch bản": "kb1", "Tên kịch bản": "Tăng tốc", "Lĩnh vực": "Nông nghiệp"})
    for target, value in (("16.1", 600), ("2", 17), ("17", 99.5)):
        desk.add("Mốc 2027", **{"Mã": target, "Kịch bản": "Tăng tốc", "Cả năm": value})
    changes = {(line[1], line[2]): line[4] for line in lines(desk.preview())}
    assert changes["kb1", "Kịch bản mới"] == "Tăng tốc (Nông nghiệp)"
    # a total: even, 600 × 5/12 = 250; growth: flat; a level: 98.72 + 0.78 × 6/12 = 99.11
    assert changes["16.1", "Mốc tháng 5/2027, Tăng tốc"] == "250"
    assert changes["2", "Mốc tháng 5/2027, Tăng tốc"] == "17"
    assert changes["17", "Mốc tháng 6/2027, Tăng tốc"] == "99,11"
    desk.record()
    assert desk.entry().scenarios == (GrowthScenario("kb1", "Tăng tốc", "Nông nghiệp"),)
    judged = {row["target"]: row for row in targets_judged(desk.store, "vinh_thinh", "2027-Q2", END, "kb1")}
    assert judged["16.1"]["planned_value"] == 300
    desk.take()
    row = desk.cell("Kịch bản", "kb1", "Tên kịch bản")
    desk.book["Kịch bản"][row] = None
    desk.book["Kịch bản"][desk.cell("Kịch bản", "kb1", "Lĩnh vực")] = None
    gone = desk.preview()
    assert not gone.errors
    assert gone.changes[-1].field == "Bỏ kịch bản"
    assert gone.draft is not None
    assert gone.draft.entry.milestones == ()


def test_an_own_scenario_follows_an_own_pace() -> None:
    desk = Desk()
    desk.put("Chỉ tiêu", "16.1", "Nhịp tháng", "Tỷ trọng riêng")
    for month, share in enumerate(SHARES, 1):
        desk.put("Tỷ trọng tháng", "16.1", f"Tháng {month}", share)
    desk.add("Kịch bản", **{"Mã kịch bản": "kb1", "Tên kịch bản": "Tăng tốc", "Lĩnh vực": None})
    desk.add("Mốc 2027", **{"Mã": "16.1", "Kịch bản": "kb1", "Cả năm": 600})
    changes = {line[2]: line[4] for line in lines(desk.preview())}
    assert changes["Nhịp tháng"] == "Tỷ trọng riêng"
    assert changes["Tỷ trọng lũy kế tháng 6 (%)"] == "45"
    assert changes["Mốc tháng 6/2027, Tăng tốc"] == "270"  # 600 × 45%


def test_a_cleared_row_of_milestones_goes_back_to_the_rule() -> None:
    desk = Desk()
    quarters(desk, 2027, "16.1", (90, 240, 390, 500))
    desk.record()
    desk.take()
    page = desk.book["Mốc 2027"]
    row = next(n for n in range(5, 200) if page.cell(n, 1).value == "16.1" and page.cell(n, 4).value == "Mức dưới")
    for column in range(5, 25):
        page.cell(row, column).value = None
    assert {line[4] for line in lines(desk.preview())} == {""}
    desk.record(at=datetime(2026, 10, 6), valid_from=date(2026, 11, 1))
    assert desk.entry().milestones == ()


def test_steps_by_date() -> None:
    desk = Desk()
    desk.put("Chỉ tiêu", "17", "Đường găng", "Theo bậc")
    row = desk.add("Theo bậc", **{"Mã": "17", "Kịch bản": "Mức dưới", "Từ ngày": date(2027, 7, 1), "Giá trị": 99})
    desk.add("Theo bậc", **{"Mã": "17", "Kịch bản": "mức dưới", "Từ ngày": "01/01/2030", "Giá trị": "100"})
    preview = desk.preview()
    assert lines(preview) == [
        ("changed", "17", "Đường găng", "Theo quy tắc", "Theo bậc"),
        ("added", "17", "Bậc từ 01/07/2027, mức dưới", "", "99"),
        ("added", "17", "Bậc từ 01/01/2030, mức dưới", "", "100"),
    ]
    assert preview.changes[1].cell == f"F{row}"
    desk.record()
    assert [(step.on_date, int(step.value)) for step in desk.entry().steps] == [
        (date(2027, 7, 1), 99), (date(2030, 1, 1), 100),
    ]  # fmt: skip
    assert isinstance(desk.entry().steps[0], Step)
    desk.take()  # back to the rule: the steps go with it
    desk.put("Chỉ tiêu", "17", "Đường găng", "Theo quy tắc")
    assert {line[0] for line in lines(desk.preview())} == {"changed"}
    desk.record()
    assert desk.entry().steps == ()
    assert desk.entry().target_by_id["17"].path_rule is PathRule.RULE


def test_a_pace_as_the_years_before() -> None:
    desk = Desk()
    # 2024: 10, 40, 70, 100 of 100; 2025: 20, 50, 80, 200 of 200; 2023 has no third quarter and does not count
    desk.reports("new_jobs", {
        "2023-Q1": "1", "2023-Q2": "2", "2023": "500",
        "2024-Q1": "10", "2024-Q2": "40", "2024-Q3": "70", "2024": "100",
        "2025-Q1": "20", "2025-Q2": "50", "2025-Q3": "80", "2025": "200",
    })  # fmt: skip
    desk.put("Chỉ tiêu", "16.1", "Nhịp tháng", "Như các năm trước")
    changes = {line[2]: line[4] for line in lines(desk.preview())}
    # March (10% + 10%) / 2; September (70% + 40%) / 2; October (80% + 60%) / 2; January a third of March
    assert changes["Tỷ trọng lũy kế tháng 3 (%)"] == "10"
    assert changes["Tỷ trọng lũy kế tháng 9 (%)"] == "55"
    assert changes["Tỷ trọng lũy kế tháng 10 (%)"] == "70"
    assert changes["Tỷ trọng lũy kế tháng 1 (%)"] == "3,3333"
    assert changes["Tỷ trọng lũy kế tháng 12 (%)"] == "100"
    desk.record()
    assert {pace.source for pace in desk.entry().paces} == {PaceSource.HISTORY}
    desk.take()
    assert desk.preview().changes == ()
    desk.reports("new_jobs", {"2025-Q2": "60"})  # a later correction does not move what was decided
    assert desk.preview().changes == ()
    desk.put("Chỉ tiêu", "16.1", "Nhịp tháng", "Đều")
    desk.record()
    assert desk.entry().paces == ()


def test_the_plans_own_name_and_the_documents_details() -> None:
    desk = Desk()
    desk.book["Kế hoạch"]["B5"] = "Kế hoạch điều chỉnh"
    desk.decided("12/NQ-HĐND", "01/11/2026")
    preview = desk.preview()
    assert lines(preview) == [
        ("changed", "", "Tên kế hoạch", "Chỉ tiêu chủ yếu giai đoạn 2026-2030", "Kế hoạch điều chỉnh"),
    ]
    assert (preview.document.number, preview.document.valid_from) == ("12/NQ-HĐND", date(2026, 11, 1))
    desk.record(number="", valid_from=None)
    version = newest_version(desk.store, desk.commune, END)
    assert version is not None
    assert (version.row["document_number"], version.row["valid_from"]) == ("12/NQ-HĐND", date(2026, 11, 1))
    assert (version.row["origin"], version.row["recorded_by"]) == ("sheet", "An")
    desk.take()  # of the new version the number is asked again, with the old one beside it
    assert [desk.book["Kế hoạch"][cell].value for cell in ("B6", "C6")] == [None, "12/NQ-HĐND"]
