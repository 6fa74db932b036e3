"""What the sentences of a report may say: what its lines hold, and every line of it once."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from indicators.moments import parse_as_of
from indicators.periods import parse_period
from indicators.reports import Asked, Letterhead, Report, build_report
from indicators.reports.model import Group, Line
from indicators.wording.statuses import STATUSES, Tally, tally
from tests.history import COMMUNE, history
from tests.judging.office import Office, office
from tests.reports.desk import report_of

PERIODS = ("2026-Q1", "2026", "2028-Q2")
_COUNTED = re.compile(r" (\d+)(?=[,.])")
_VALUE, _MILESTONE = re.compile(r"thực hiện ([\d.,]*\d)"), re.compile(r"mốc ([\d.,]*\d)")

BEHIND = (
    "Tỷ lệ a: đến hết quý III/2026, thực hiện 60,0%, thấp hơn mốc 100,0% là 40,0\u00a0điểm %; chênh lệch vượt ngưỡng"
    " dung sai 5,0\u00a0điểm %. Cơ quan chủ trì: Phòng Kinh tế."
)


@cache
def of_history(period: str) -> Report:
    return build_report(history(), Asked(COMMUNE, parse_period(period), parse_as_of("2028-07-10")), Letterhead())


def two_groups() -> Office:
    """Group A: 1 far short (60 of 100), 2 on its milestone; group B: 3 unreported, 4 not due, being of the year."""
    made = Office()
    made.measures("a", unit="%")
    made.measures("b", unit="%", lead_unit="Phòng Văn hóa - Xã hội")
    made.measures("c", unit="%")
    made.measures("d", unit="%", frequency="year")
    for target, measure, group in (("1", "a", "A"), ("2", "b", "A"), ("3", "c", "B"), ("4", "d", "B")):
        made.wants(target, measure, name_vi=f"Tỷ lệ {measure}", group_vi=group, horizon="each_year")
    made.reports({"2026-Q3": 60}, on="2026-10-03T08:00", measure="a")
    made.reports({"2026-Q3": 100}, on="2026-09-03T08:00", measure="b")
    return made


def test_the_sentences_of_a_report_worked_out_by_hand() -> None:
    """Tolerance 5% of 100. Nothing was sent of 3 after 5 October."""
    found = report_of(two_groups(), "2026-Q3", "2026-10-20")
    assert found.tally == Tally(1, 1, 2)
    assert found.closed_on == date(2026, 10, 20)
    assert found.summary_vi == (
        "Đến hết quý III/2026, so với mốc theo đường găng: đạt và vượt 1/4 chỉ tiêu, chưa đạt 1/4, chưa đánh giá 2/4.",
        "Phân theo tình trạng: có nguy cơ không đạt 1, chưa báo cáo 1, đúng tiến độ 1, chưa đến kỳ đánh giá 1.",
        "Các chỉ tiêu chưa đạt mốc: 1.",
        "Các chỉ tiêu quá hạn chưa có báo cáo: 3.",
        "Số ước thực hiện ở 1/4 chỉ tiêu thành phần: 2.",
    )
    assert [(group.name_vi, group.sentences_vi) for group in found.groups] == [
        ("A", (
            "Có 2 chỉ tiêu thành phần: có nguy cơ không đạt 1, đúng tiến độ 1.",
            BEHIND,
            "Đúng tiến độ: Tỷ lệ b (số ước).",
        )),
        ("B", (
            "Có 2 chỉ tiêu thành phần: chưa báo cáo 1, chưa đến kỳ đánh giá 1.",
            "Chưa báo cáo: Tỷ lệ c.",
            "Chưa đến kỳ đánh giá: Tỷ lệ d.",
        )),
    ]  # fmt: skip


def test_what_has_no_baseline_is_said_to_have_none() -> None:
    found = report_of(office(y2026_Q3=50), "2026-Q3")
    assert "Chưa có số liệu năm gốc: Chỉ tiêu thử (số ước)." in found.groups[0].sentences_vi
    assert found.tally == Tally(0, 0, 1)


def test_what_is_final_is_called_so() -> None:
    made = office(target={"last_year": 2026, "value": 40}, y2025=30)
    made.reports({"2026": 50}, on="2027-01-03T08:00")
    assert report_of(made, "2026").summary_vi[0] == (
        "Kết quả cuối cùng, năm 2026: đạt và vượt 1/1 chỉ tiêu, không đạt 0/1."
    )


def test_another_scenario_is_named() -> None:
    made = office(target={"horizon": "each_year", "value": 80, "stretch": 90}, y2026_Q3=85)
    assert "kịch bản «Mức trên»" in report_of(made, "2026-Q3", scenario="stretch").summary_vi[-1]
    assert "kịch bản" not in " ".join(report_of(made, "2026-Q3").summary_vi)


@pytest.mark.parametrize("period", PERIODS)
def test_the_counts_add_up_to_the_tally(period: str) -> None:
    found = of_history(period)
    statuses = {line.row["indicator"]: line.row["indicator_status"] for line in lines_of(found)}
    assert found.tally == tally(statuses.values())
    assert found.tally.total == 22
    assert sum(counted(found.summary_vi[1])) == 22
    first = found.summary_vi[0]
    assert f"đạt và vượt {found.tally.reached}/22" in first
    assert f"chưa đạt {found.tally.missed}/22" in first


@pytest.mark.parametrize("period", PERIODS)
def test_every_group_counts_its_lines_and_says_each_of_them_once(period: str) -> None:
    groups = of_history(period).groups
    assert sum(len(group.lines) for group in groups) == 30
    for group in groups:
        assert sum(counted(group.sentences_vi[0].partition(":")[2])) == len(group.lines)
        for line in group.lines:
            assert len(said_of(group, line)) == 1, line.row["target"]


@pytest.mark.parametrize("period", PERIODS)
def test_no_sentence_says_what_its_line_does_not_hold(period: str) -> None:
    found = [(line, said_of(group, line)[0]) for group in of_history(period).groups for line in group.lines]
    assert sum(bool(_VALUE.search(sentence)) for _, sentence in found) > (period != "2026-Q1")
    for line, sentence in found:
        listed = sentence.startswith(f"{STATUSES[line.row['status']].word}: ")
        for text in () if listed else _VALUE.findall(sentence):
            assert text in {line.cells["period_value"].text, line.cells["cumulative"].text}
        for text in () if listed else _MILESTONE.findall(sentence):
            assert text == line.cells["milestone"].text
        assert listed or line.row["lead_unit"] in sentence
        assert not (listed and line.row["status"] in {"not_met", "off_track", "behind", "exceeded", "met_exceeded"})


def lines_of(report: Report) -> list[Line]:
    return [line for group in report.groups for line in group.lines]


def counted(sentence: str) -> list[int]:
    return [int(number) for number in _COUNTED.findall(sentence)]


def said_of(group: Group, line: Line) -> list[str]:
    """The sentences that name the line's target, as their beginning or in the list of its status."""
    name, word = line.row["name_vi"], STATUSES[line.row["status"]].word
    return [
        sentence
        for sentence in group.sentences_vi[1:]
        if sentence.startswith(f"{name}: ")
        or (sentence.startswith(f"{word}: ") and name in names_of(sentence.removeprefix(f"{word}: ")))
    ]


def names_of(listed: str) -> list[str]:
    return [name.removesuffix(" (số ước)") for name in listed.removesuffix(".").split("; ")]


@pytest.mark.parametrize(("bound", "said"), [("above", "cao hơn"), ("below", "thấp hơn")])
def test_what_must_pass_its_milestone_and_only_equals_it_says_why_it_is_behind(bound: str, said: str) -> None:
    made = office(target={"bound": bound, "value": 50, "horizon": "each_year"}, y2026_Q3=50)
    assert (
        "Chỉ tiêu thử: đến hết quý III/2026, thực hiện 50,0% (số ước), bằng mốc 50,0%, trong khi phải"
        f" {said} mốc. Cơ quan chủ trì: Phòng Kinh tế."
    ) in report_of(made, "2026-Q3").groups[0].sentences_vi


def test_in_the_end_nothing_is_still_to_be_reached() -> None:
    summary = report_of(office(target={"last_year": 2026, "value": 50}, y2026=40), "2026").summary_vi
    assert "Các chỉ tiêu không đạt: 1." in summary
    assert not any("chưa đạt" in sentence for sentence in summary)
