"""The difficulties, remedies and proposals of a report: word for word, of the periods it is of, each once."""

from __future__ import annotations

from indicators.reports import Occasion
from indicators.reports.model import Said
from tests.judging.office import Office
from tests.reports.desk import report_of

OCTOBER = "2026-10-03T08:00"
LATE = "Nguồn vốn phân bổ chậm"


def two_measures() -> Office:
    made = Office()
    made.measures("a")
    made.measures("b", lead_unit="Công an xã")
    for target, measure in (("1", "a"), ("2", "b"), ("3", "a")):
        made.wants(target, measure, name_vi=f"Chỉ tiêu {target}", horizon="each_year")
    return made


def said(made: Office, period: str, occasion: Occasion = Occasion.PERIOD, unit: str | None = None) -> list[str]:
    return [one.text_vi for one in report_of(made, period, occasion=occasion, unit=unit).difficulties]


def test_a_remark_stands_with_its_targets_and_their_unit() -> None:
    made = two_measures()
    upload = made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a")
    made.remarks(upload, "2026-Q3", LATE, "a")
    made.remarks(upload, "2026-Q3", "Đôn đốc", "a", kind="remedy", ordinal=2)
    made.remarks(upload, "2026-Q3", "Đề nghị cấp vốn", "a", kind="proposal", ordinal=3)
    made.remarks(upload, "2026-Q3", "Ghi chú", "a", kind="note", ordinal=4)
    found = report_of(made, "2026-Q3")
    about = ("1", "Chỉ tiêu 1; Chỉ tiêu 3", "Phòng Kinh tế")
    assert found.difficulties == (Said(*about, LATE),)
    assert found.remedies == (Said(*about, "Đôn đốc"),)
    assert found.proposals == (Said(*about, "Đề nghị cấp vốn"),)


def test_the_same_words_stand_once_with_all_they_are_about() -> None:
    made = two_measures()
    upload = made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a")
    made.remarks(upload, "2026-Q3", LATE, "b")
    made.remarks(upload, "2026-Q3", f"  {LATE.replace(' ', '  ')}. ", "a", ordinal=2)
    [found] = report_of(made, "2026-Q3").difficulties
    assert (found.target, found.text_vi) == ("1", LATE)
    assert (found.about_vi, found.unit_vi) == ("Chỉ tiêu 1; Chỉ tiêu 2; Chỉ tiêu 3", "Phòng Kinh tế; Công an xã")


def test_a_quarter_takes_what_ends_with_it_and_a_long_period_what_lies_within_it() -> None:
    made = two_measures()
    upload = made.reports(
        {"2026-Q1": 1, "2026-Q2": 1, "2026-Q3": 1, "2026": 1, "2027-Q2": 1}, on="2028-01-03", measure="a"
    )
    every = ("2026-Q1", "2026-06", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q2")
    for ordinal, period in enumerate(every, start=1):
        made.remarks(upload, period, f"khó {period}", "a", ordinal=ordinal)
    assert said(made, "2026-Q2") == ["khó 2026-Q2", "khó 2026-06 (tháng 6/2026)"]
    assert said(made, "2026-Q3") == ["khó 2026-Q3"]
    assert len(said(made, "2026-H1")) == 3
    assert said(made, "2026-9M")[0] == "khó 2026-Q1 (quý I/2026)"
    assert len(said(made, "2026-9M")) == 4
    assert len(said(made, "2026")) == 5
    assert len(said(made, "2026-Q3", Occasion.YEAR)) == 4
    assert len(said(made, "2027-Q2", Occasion.MIDTERM)) == len(every)
    assert len(said(made, "2027-Q2")) == 1


def test_what_is_said_again_names_its_periods() -> None:
    made = two_measures()
    upload = made.reports({"2026-Q1": 1, "2026-Q2": 1}, on=OCTOBER, measure="a")
    made.remarks(upload, "2026-Q1", LATE, "a")
    made.remarks(upload, "2026-Q2", LATE, "a", ordinal=2)
    assert said(made, "2026-Q2", Occasion.YEAR) == [f"{LATE} (quý I/2026; quý II/2026)"]


def test_what_was_taken_back_or_said_anew_is_not_repeated() -> None:
    made = two_measures()
    first = made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a")
    made.remarks(first, "2026-Q3", "cũ", "a")
    second = made.reports({"2026-Q3": 2}, on="2026-10-05T08:00", measure="a")
    made.remarks(second, "2026-Q3", "mới", "a")
    assert said(made, "2026-Q3") == ["mới"]
    made.takes_back(second, "2026-10-06T08:00")
    assert said(made, "2026-Q3") == ["cũ"]


def test_a_correction_that_says_nothing_leaves_the_remark() -> None:
    made = two_measures()
    made.remarks(made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a"), "2026-Q3", "cũ", "a")
    made.reports({"2026-Q3": 2}, on="2026-10-05T08:00", measure="a")
    assert said(made, "2026-Q3") == ["cũ"]


def test_a_unit_says_its_own() -> None:
    made = two_measures()
    upload = made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a")
    made.remarks(upload, "2026-Q3", "khó a", "a")
    made.remarks(upload, "2026-Q3", "khó b", "b", ordinal=2)
    assert said(made, "2026-Q3", unit="Công an xã") == ["khó b"]


def test_where_nothing_was_said_nothing_is() -> None:
    made = two_measures()
    made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a")
    found = report_of(made, "2026-Q3")
    assert (found.difficulties, found.remedies, found.proposals) == ((), (), ())


def test_a_remark_without_a_letter_is_none() -> None:
    """What a formula came to, where nobody stored it."""
    made = two_measures()
    made.remarks(made.reports({"2026-Q3": 1}, on=OCTOBER, measure="a"), "2026-Q3", " ", "a")
    assert said(made, "2026-Q3") == []
