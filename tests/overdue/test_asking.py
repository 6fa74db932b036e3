"""Who has not reported, on which day, by what is known: worked out by hand."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.enrolment import enrol
from indicators.moments import BEGINNING, parse_as_of
from indicators.overdue import due_next, overdue
from indicators.periods import ReportingCalendar
from indicators.store import open_store
from indicators.units import one_a_measure, reports_of_year
from tests.history import COMMUNE
from tests.judging.office import AFTER_ALL, Office, office
from tests.makers import make_catalogue


def owed(made: Office, on: str, as_of: str = "") -> dict[str, int]:
    """Period → days late, of a commune with one target; known up to the end of the day unless said otherwise."""
    rows = overdue(made.store, made.commune, date.fromisoformat(on), parse_as_of(as_of or on))
    assert all([line["target"] for line in row["missing"]] == ["1"] for row in rows)
    return {row["period"]: row["late_days"] for row in rows}


def test_overdue_from_the_day_after_the_deadline() -> None:
    """Quarter I ends on 31/3 and is in time up to 5/4."""
    made = office()
    assert owed(made, "2026-04-05") == {}
    assert owed(made, "2026-04-06") == {"2026-Q1": 1}


def test_the_day_of_the_question_is_not_what_is_known() -> None:
    """Sent on 10/4: who asks on 20/4 by what was known on 9/4 finds it missing for 15 days."""
    made = office()
    made.reports({"2026-Q1": 1}, on="2026-04-10T08:00")
    assert owed(made, "2026-04-20", as_of="2026-04-09") == {"2026-Q1": 15}
    assert owed(made, "2026-04-20", as_of="2026-04-10") == {}


def test_what_came_late_is_not_overdue_and_what_was_taken_back_is_again() -> None:
    made = office()
    made.takes_back(made.reports({"2026-Q1": 1}, on="2026-04-10T08:00"), on="2026-04-20T08:00")
    assert owed(made, "2026-04-12") == {}
    assert owed(made, "2026-04-25") == {"2026-Q1": 20}


def test_what_is_missing_since_an_earlier_year_stays_missing() -> None:
    """Of 2026 only quarter II never came; on 10/1/2028 its deadline (5/7/2026) is 554 days ago. All of 2027 came."""
    made = office(y2026_Q1=1, y2026_Q3=1, y2026_Q4=1, y2027_Q1=1, y2027_Q2=1, y2027_Q3=1, y2027_Q4=1)
    assert owed(made, "2028-01-10") == {"2026-Q2": 554}


def test_an_estimate_came_and_is_named() -> None:
    """2026-Q1's figure of 28/3 lies before the period's end: it came, and is not more than an estimate up to 6/4."""
    made = office()
    made.wants("2", "n")
    made.measures("n", name_vi="Đại lượng khác")
    made.reports({"2026-Q1": 1}, on="2026-03-28T08:00")

    def on(day: str) -> dict[str, Any]:
        return dict(overdue(made.store, made.commune, date.fromisoformat(day), parse_as_of(day))[0])

    row = on("2026-04-06")
    assert (row["due_count"], row["came_count"]) == (2, 1)
    assert [said["target"] for said in row["missing"]] == ["2"]
    assert [said["measure_name_vi"] for said in row["provisional"]] == ["Đại lượng thử"]
    made.reports({"2026-Q1": 2}, on="2026-04-07T08:00")
    assert on("2026-04-07")["provisional"] == []


def test_a_yes_is_asked_for_only_at_the_end_of_its_year() -> None:
    made = office({"unit": "công nhận"}, {"bound": "achieved", "last_year": 2027, "value": 1})
    assert owed(made, "2027-12-31") == {}
    assert owed(made, "2028-01-06") == {"2027-Q4": 1}


def test_a_suspended_target_owes_nothing() -> None:
    assert owed(office(target={"suspended": True}), "2027-01-31") == {}


def test_a_target_given_up_by_a_later_version_owes_only_what_was_due_before() -> None:
    """From 1/7/2026 on version 2 judges, without the target."""
    made = office()
    made.decides(plan=2, valid_from=date(2026, 7, 1))
    assert owed(made, "2027-01-31") == {"2026-Q1": 301, "2026-Q2": 210}


def test_by_unit_in_the_plans_order_and_what_nobody_leads_last() -> None:
    """One measure that two targets of a unit judge is one report."""
    made = Office()
    made.measures(lead_unit="")
    made.measures("n", name_vi="Đại lượng khác", lead_unit="Trạm Y tế")
    made.measures("o", name_vi="Đại lượng thứ ba", lead_unit="Công an xã")
    for target, measure in (("1", "m"), ("2.1", "n"), ("2.2", "n"), ("3", "o")):
        made.wants(target, measure)
    rows = overdue(made.store, made.commune, date(2026, 4, 8), parse_as_of("2026-04-08"))
    said = [(row["lead_unit"], row["due_count"], row["came_count"], len(row["missing"])) for row in rows]
    assert said == [("Trạm Y tế", 1, 0, 2), ("Công an xã", 1, 0, 1), ("", 1, 0, 1)]
    assert rows[0]["missing"][1] == {
        "target": "2.2", "measure": "n", "name_vi": "Chỉ tiêu thử", "measure_name_vi": "Đại lượng khác", "officer": "",
    }  # fmt: skip


def test_due_next_are_the_deadlines_from_the_day_on_that_nobody_has_met() -> None:
    made = office({"frequency": "month"})
    made.reports({"2026-02": 1}, on="2026-03-03T08:00")
    rows = due_next(made.store, made.commune, date(2026, 3, 5), parse_as_of("2026-03-05"), days=61)
    assert [(row["period"], row["late_days"]) for row in rows] == [("2026-03", -31), ("2026-04", -61)]
    on_the_day = due_next(made.store, made.commune, date(2026, 4, 5), parse_as_of("2026-04-05"), days=0)
    assert [(row["period"], row["late_days"]) for row in on_the_day] == [("2026-03", 0)]


def test_the_decree_has_deadlines_of_its_own() -> None:
    """Quarter I up to 14/3/2026, a Saturday; two working days later is Tuesday 17/3."""
    with open_store(None, ReportingCalendar.DECREE) as store:
        enrol(store, make_catalogue(), by="Danh mục", at=BEGINNING)

        def quarters(day: int) -> set[tuple[str, date]]:
            rows = overdue(store, COMMUNE, date(2026, 3, day), parse_as_of("2026-03-01"))
            return {(row["period"], row["deadline_on"]) for row in rows if "Q" in row["period"]}

        assert quarters(17) == set()
        assert quarters(18) == {("2026-Q1", date(2026, 3, 17))}


#: (measure, quarter, day it was sent, whether it was taken back a week later)
SENT = st.tuples(
    st.sampled_from("mno"), st.sampled_from(["2026-Q1", "2026-Q2", "2026-Q4", "2027-Q1", "2027"]),
    st.dates(date(2026, 3, 1), date(2028, 3, 1)), st.booleans(),
)  # fmt: skip


@settings(max_examples=6, deadline=None)
@given(st.lists(SENT, max_size=8), st.dates(date(2026, 3, 20), date(2028, 1, 4)))
def test_what_is_overdue_is_what_the_units_page_calls_missing(sent: list[tuple], day: date) -> None:
    """Unit by unit and period by period, summed over the years; all of it was due by then and none of it came."""
    made, as_of = Office(), parse_as_of(day.isoformat())
    for measure, unit in (("m", "Phòng Kinh tế"), ("n", "Công an xã"), ("o", "Công an xã")):
        made.measures(measure, name_vi=measure, lead_unit=unit)
        made.wants(measure, measure)
    made.wants("m2", "m")
    for measure, period, on, is_taken_back in sent:
        upload = made.reports({period: 1}, on=f"{on}T08:00", measure=measure)
        if is_taken_back:
            made.takes_back(upload, on=f"{on + timedelta(days=7)}T08:00")
    rows = overdue(made.store, made.commune, day, as_of)
    assert all(row["deadline_on"] == day - timedelta(days=row["late_days"]) < day for row in rows)
    found = Counter({(row["lead_unit"], row["period"]): row["due_count"] - row["came_count"] for row in rows})
    reports = [row for year in (2026, 2027) for row in reports_of_year(made.store, made.commune, year, as_of)]
    by_unit = {unit: [row for row in reports if row["lead_unit"] == unit] for unit in ("Phòng Kinh tế", "Công an xã")}
    assert found == Counter(
        (unit, row["period"])
        for unit, own in by_unit.items()
        for row in one_a_measure(own)
        if row["state"] == "missing"
    )
    came = {(row["target"], row["period"]) for row in reports if row["recorded_on"]}
    assert not came & {(said["target"], row["period"]) for row in rows for said in row["missing"]}


@pytest.mark.parametrize("day", ["2020-06-01", "2025-06-01", "2026-01-31"])
def test_nothing_is_overdue_before_anything_was_due(day: str) -> None:
    assert owed(office(), day, as_of=AFTER_ALL) == {}
