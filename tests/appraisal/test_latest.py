"""A frozen period against what is known of it later: what differs, and what it comes from."""

from datetime import date

from indicators.appraisal.latest import Part, Reason, SinceFrozen, since_frozen
from indicators.moments import parse_as_of
from tests.judging.office import AFTER_ALL, Office, office

FROZEN_ON = "2028-07-20"
#: Vietnamese time, after the freeze.
LATER = "2028-08-01T08:00"


def compared(made: Office, period: str = "2028-Q2", newest: str = "2028-Q3", then: str = "2028-10-20") -> SinceFrozen:
    [line] = since_frozen(
        [made.judged(period, FROZEN_ON)], [made.judged(period, then)], [made.judged(newest, then)]
    )  # fmt: skip
    return line


def test_nothing_recorded_since_changes_nothing() -> None:
    """From 40 at the end of 2025 to 100 at the end of 2030: 70 in the middle, on 30/06/2028."""
    line = compared(office(y2025=40, y2028_Q2=71))
    assert (line.differs, line.reasons, line.upload) == ((), (), None)
    assert not line.is_changed
    assert line.now is not None
    assert (line.frozen["planned_value"], line.now["planned_value"]) == (70, 70)


def test_a_correction_is_told_by_its_upload_and_by_what_it_moved() -> None:
    made = office(y2025=40, y2028_Q2=71)
    upload = made.reports({"2028-Q2": 60, "2028-Q3": 74}, on=LATER)
    line = compared(made)
    assert line.differs == (Part.VALUE, Part.STATUS)
    assert (line.reasons, line.upload) == ((Reason.REPORTED,), upload)
    assert line.now is not None
    assert line.newest is not None
    assert (line.frozen["actual_value"], line.now["actual_value"], line.newest["actual_value"]) == (71, 60, 74)
    assert (line.frozen["status"], line.now["status"]) == ("on_track", "off_track")


def test_an_upload_taken_back_is_told_by_its_own_number() -> None:
    made = office(y2025=40, y2028_Q2=71)
    upload = made.reports({"2028-Q2": 75}, on="2028-07-10T08:00")
    made.takes_back(upload, LATER)
    line = compared(made)
    assert (line.frozen["actual_value"], line.now and line.now["actual_value"]) == (75, 71)
    assert (line.reasons, line.upload) == ((Reason.WITHDRAWN,), upload)


def test_a_value_that_nothing_stands_for_any_more_was_taken_back() -> None:
    made = office(y2025=40)
    upload = made.reports({"2028-Q2": 75}, on="2028-07-10T08:00")
    made.takes_back(upload, LATER)
    line = compared(made)
    assert line.now is not None
    assert line.now["actual_value"] is None
    assert (line.reasons, line.upload) == ((Reason.WITHDRAWN,), upload)


def test_another_baseline_moves_the_milestone_and_is_named() -> None:
    """From 50: 75 in the middle."""
    made = office(y2025=40, y2028_Q2=71)
    made.reports({"2025": 50}, on=LATER)
    line = compared(made)
    assert line.now is not None
    assert line.now["planned_value"] == 75
    assert Part.MILESTONE in line.differs
    assert line.reasons == (Reason.BASELINE,)


def test_a_plan_that_holds_from_before_the_period_judges_it_anew() -> None:
    made = office(y2025=40, y2028_Q2=71)
    made.decides(plan=2, valid_from=date(2028, 6, 1), recorded_at=parse_as_of(LATER))
    made.wants(plan=2, value=110)
    line = compared(made)
    assert line.reasons == (Reason.PLAN,)
    assert {Part.MILESTONE, Part.GOAL} <= set(line.differs)


def test_a_mean_moves_with_the_other_years_while_its_own_value_stands() -> None:
    """The mean of 10 and 20 is 15; of 30 and 20 it is 25."""
    made = office({"unit": "%", "frequency": "year"}, {"horizon": "average", "value": 12}, y2026=10, y2027=20)
    made.reports({"2026": 30}, on=LATER)
    line = compared(made, "2027", "2027")
    assert (line.frozen["compared_value"], line.now and line.now["compared_value"]) == (15, 25)
    assert line.reasons == (Reason.OTHER_PERIODS,)


def test_a_deadline_that_passed_changes_a_status_by_time_alone() -> None:
    made = office(y2025=40)
    frozen, now = made.judged("2028-Q2", "2028-07-02"), made.judged("2028-Q2", FROZEN_ON)
    [line] = since_frozen([frozen], [now], [])
    assert (frozen["status"], now["status"]) == ("not_due", "no_report")
    assert (line.differs, line.reasons, line.newest) == ((Part.STATUS,), (Reason.TIME,), None)


def test_a_target_that_nobody_judges_any_more_is_gone() -> None:
    made = office(y2025=40, y2028_Q2=71)
    [line] = since_frozen([made.judged("2028-Q2", FROZEN_ON)], [], [])
    assert (line.now, line.reasons, line.is_changed) == (None, (Reason.GONE,), True)


def test_lines_stand_in_the_order_of_the_review() -> None:
    made = office(y2025=40, y2028_Q2=71)
    made.wants("2")
    rows = [made.judged("2028-Q2", AFTER_ALL, target=target) for target in ("1", "2")]
    assert [line.frozen["target"] for line in since_frozen(rows, rows[::-1], [])] == ["1", "2"]
