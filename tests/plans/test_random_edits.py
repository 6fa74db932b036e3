"""Random edits of a plan: what is written into the workbook is what the draft then holds, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from indicators.catalogue import Assigner, Commitment, CommuneCatalogue, Milestone, Scenario, Target, YearGoal
from indicators.intake.folding import clean
from indicators.intake.workbook.cells import Workbook
from indicators.intake.workbook.isolation import load_workbook
from indicators.plans.content import content_rows
from indicators.plans.draft import Document
from indicators.plans.known import PlanVersion, newest_version
from indicators.plans.layout import milestone_periods
from indicators.plans.reading import read_plan
from indicators.wording import plans as words
from tests.makers import MORNING
from tests.plans.desk import Desk, reading_desk

_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12).filter(
    lambda text: clean(text) == text
)
_NUMBERS = st.decimals(min_value=0, max_value=90, places=4)
_CODES = ["3", "5", "12", "13", "17", "18", "20"]

_TEXT_COLUMNS = {
    "name_vi": "Tên chỉ tiêu", "group": "Nhóm", "lead_unit": "Cơ quan chủ trì tham mưu",
    "joint_units": "Cơ quan phối hợp", "directing_leader": "Lãnh đạo chỉ đạo", "officer": "Cán bộ phụ trách",
}  # fmt: skip

_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.sampled_from(_CODES), st.sampled_from(sorted(_TEXT_COLUMNS)), _TEXTS),
        st.tuples(st.just("number"), st.sampled_from(_CODES), st.sampled_from(["value", "tolerance"]), _NUMBERS),
        st.tuples(st.just("strive"), st.sampled_from(_CODES), st.just(""), st.just(None)),
        st.tuples(st.just("suspend"), st.sampled_from(_CODES), st.just(""), st.just(None)),
        st.tuples(st.just("goal"), st.sampled_from(_CODES), st.sampled_from(["2027", "2029"]), _NUMBERS),
        st.tuples(st.just("milestone"), st.sampled_from(_CODES), st.sampled_from(["2027", "2028"]), _NUMBERS),
    ),
    max_size=8,
    unique_by=lambda edit: edit[:3],
)


@cache
def _version() -> PlanVersion:
    desk = reading_desk()
    version = newest_version(desk.store, desk.commune, MORNING)
    assert version is not None
    return version


@given(_EDITS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_what_is_read(edits: list[tuple[str, str, str, Any]]) -> None:
    desk, expected = reading_desk(), _version().entry
    for kind, code, where, value in edits:
        expected = _edit(desk, expected, kind, code, where, value)
    workbook = load_workbook(desk.bytes)
    assert isinstance(workbook, Workbook)
    reading = read_plan(workbook, _version(), Document())
    assert reading.issues.all() == ()
    assert content_rows(reading.finished().entry) == content_rows(expected)


def _edit(desk: Desk, entry: CommuneCatalogue, kind: str, code: str, where: str, value: Any) -> CommuneCatalogue:
    """Makes one edit in the workbook, and the same in the plan as it should come out."""
    if kind == "text":
        address = desk.put("Chỉ tiêu", code, _TEXT_COLUMNS[where], value)
        desk.book["Chỉ tiêu"][address].data_type = "s"
        return _changed(entry, code, **{where: value})
    if kind == "number":
        desk.put("Chỉ tiêu", code, words.TARGET_COLUMNS[where], float(value))
        return _changed(entry, code, **{where: value})
    if kind == "strive":
        desk.put("Chỉ tiêu", code, "Cam kết", "Phấn đấu")
        return _changed(entry, code, commitment=Commitment.STRIVE)
    if kind == "suspend":
        desk.put("Chỉ tiêu", code, "Trạng thái", "Tạm dừng")
        return _changed(entry, code, suspended=True)
    if kind == "goal":
        desk.put("Chỉ tiêu giao năm", code, f"{where}: mức dưới", float(value), "HĐND xã")
        goal = YearGoal(code, int(where), value, None, Assigner.COUNCIL)
        return replace(entry, year_goals=(*entry.year_goals, goal))
    return _fixed_year(desk, entry, code, int(where), value)


def _fixed_year(desk: Desk, entry: CommuneCatalogue, code: str, year: int, value: Decimal) -> CommuneCatalogue:
    row = desk.cell(f"Mốc {year}", code, "Kịch bản", "Mức dưới").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    periods = milestone_periods(year)
    for column, _ in enumerate(periods, start=5):
        desk.book[f"Mốc {year}"][f"{get_column_letter(column)}{row}"] = float(value)
    fixed = tuple(Milestone(code, Scenario.FLOOR, period.code, value) for period in periods)
    return replace(entry, milestones=(*entry.milestones, *fixed))


def _changed(entry: CommuneCatalogue, code: str, **fields: Any) -> CommuneCatalogue:
    targets: list[Target] = [replace(target, **fields) if target.target == code else target for target in entry.targets]
    return replace(entry, targets=tuple(targets))
