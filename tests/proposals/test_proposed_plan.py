"""A plan's workbook made of proposals: what it changes, what is refused, and that it says where it came from."""

from datetime import date
from decimal import Decimal

from indicators.moments import END
from indicators.plans import PlanPreview, plan_versions, preview_plan, record_plan
from indicators.plans.proposed import build_proposed_workbook
from indicators.progress import targets_judged
from indicators.store import Row
from indicators.wording.proposals import file_of_plan
from tests.makers import MORNING
from tests.plans.desk import Desk, lines, reading_desk

NOTHING: Row = dict.fromkeys(("goal_value", "goal_stretch", "tolerance", "last_year", "suspended"))
FROM = date(2029, 1, 1)


def proposed(target: str, **columns: object) -> Row:
    return NOTHING | {"target": target} | columns


def preview(desk: Desk, *proposals: Row) -> PlanPreview:
    content = build_proposed_workbook(desk.store, desk.commune, proposals, END)
    return preview_plan(desk.store, desk.commune, content, "a.xlsx", at=MORNING, valid_from=FROM)


def test_every_proposal_is_a_line_of_the_difference_and_nothing_else_is() -> None:
    found = preview(
        reading_desk(),
        proposed("12", goal_value=Decimal("98.5"), tolerance=Decimal("0.25")),
        proposed("13", suspended=True),
    )
    assert lines(found) == [
        ("changed", "12", "Mức dưới", "99", "98,5"),
        ("changed", "12", "Ngưỡng dung sai", "", "0,25"),
        ("suspended", "13", "Trạng thái", "Đang thực hiện", "Tạm dừng"),
    ]


def test_a_new_last_year_moves_the_one_year_of_a_goal_by_year() -> None:
    found = preview(reading_desk(), proposed("12", last_year=2029))
    assert lines(found) == [("changed", "12", "Từ năm", "2030", "2029"), ("changed", "12", "Đến năm", "2030", "2029")]


def test_a_goal_that_the_measure_cannot_reach_is_refused_with_its_cell() -> None:
    found = preview(reading_desk(), proposed("12", goal_value=Decimal(120)))
    assert found.errors
    assert {issue.sheet for issue in found.errors} == {"Chỉ tiêu"}


def test_a_target_that_the_plan_has_no_longer_is_left_out() -> None:
    found = preview(reading_desk(), proposed("99.9", goal_value=Decimal(1)))
    assert (found.changes, found.errors) == ((), ())


def test_the_new_version_judges_by_the_proposal_and_names_the_review() -> None:
    desk = Desk()
    name = file_of_plan("Đánh giá giữa/nhiệm kỳ 2028")
    content = build_proposed_workbook(desk.store, desk.commune, [proposed("12", goal_value=Decimal("98.5"))], END)
    shown = preview_plan(desk.store, desk.commune, content, name, at=MORNING, valid_from=FROM)
    version = record_plan(desk.store, shown, by="An", at=MORNING, document_number="07/NQ-HĐND")
    newest = plan_versions(desk.store, desk.commune.commune, END)[0]
    assert (version, newest["plan"], newest["file_name"]) == (2, 2, "Đề xuất từ «Đánh giá giữa-nhiệm kỳ 2028».xlsx")
    for period, goal in (("2028-Q4", 99), ("2029-Q1", Decimal("98.5"))):
        rows = {row["target"]: row for row in targets_judged(desk.store, desk.commune.commune, period, END)}
        assert rows["12"]["goal_value"] == goal
