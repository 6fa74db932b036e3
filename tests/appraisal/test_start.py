"""A frozen period against the plan at the start."""

from datetime import date
from decimal import Decimal

from indicators.appraisal.start import SinceStart, first_versions, since_start
from indicators.moments import parse_as_of
from indicators.scenarios import versions_of_target
from indicators.store import Row
from tests.judging.office import AFTER_ALL, Office, office

NEVER = parse_as_of(AFTER_ALL)


def versions(made: Office, target: str = "1") -> list[Row]:
    rows = versions_of_target(made.store, made.commune, target, NEVER)
    return [row | {"target": target} for row in rows]


def compared(made: Office, period: str = "2028-Q4", target: str = "1") -> SinceStart:
    known = versions(made, target)
    milestones = {
        plan: {
            row["target"]: row["floor_milestone"]
            for row in made.store.rows(
                "milestones_of_version", commune=made.commune, plan=plan, period=period, as_of=NEVER
            )
        }
        for plan in first_versions(known)
    }
    [line] = since_start([made.judged(period, target=target)], known, milestones)
    return line


def adjusted() -> Office:
    """To 100 at first, from 01/07/2028 on to 90."""
    made = office(y2025=40, y2028_Q4=70)
    made.decides(
        plan=2, valid_from=date(2028, 7, 1), document_number="07/NQ-HĐND", document_date=date(2028, 6, 15),
        recorded_at=parse_as_of("2028-06-20"),
    )  # fmt: skip
    made.wants(plan=2, value=90)
    return made


def test_an_unchanged_plan_wants_what_it_wanted() -> None:
    """36 of 60 months on the way from 40 to 100: 76."""
    line = compared(office(y2025=40, y2028_Q4=70))
    assert line.first is line.held
    assert line.first is not None
    assert line.first["goal_value"] == 100
    assert line.first_milestone == line.frozen["planned_value"] == 76
    assert (line.adjustments, line.is_later) == ((), False)


def test_an_adjusted_goal_stands_beside_the_first_with_its_document() -> None:
    """The new path starts at 70 on 30/06/2028 and reaches 90 in 30 months: 74 after six; the first one wanted 76."""
    line = compared(adjusted())
    assert line.first is not None
    assert line.held is not None
    assert (line.first["goal_value"], line.held["goal_value"]) == (100, 90)
    assert line.first_milestone == 76
    assert line.frozen["planned_value"] == 74
    [change] = line.adjustments
    assert (change.after["document_number"], change.before["goal_value"]) == ("07/NQ-HĐND", 100)


def test_a_version_that_comes_after_the_period_is_no_adjustment_of_it() -> None:
    line = compared(adjusted(), "2028-Q2")
    assert line.held is not None
    assert line.held["plan"] == 1
    assert line.adjustments == ()


def test_a_version_that_leaves_the_goal_alone_adjusts_nothing() -> None:
    made = office(y2025=40, y2028_Q4=70)
    made.decides(plan=2, valid_from=date(2028, 7, 1))
    made.wants(plan=2, officer="Trần Thị Bình", tolerance=3)
    assert compared(made).adjustments == ()


def test_a_target_that_came_later_starts_with_the_version_that_brought_it() -> None:
    made = adjusted()
    made.wants("2", plan=2, value=80)
    line = compared(made, target="2")
    assert line.is_later
    assert line.first is not None
    assert line.first["plan"] == 2


def test_a_whole_number_is_rounded_as_it_is_judged() -> None:
    """36 of 60 months on the way from 0 to 12 is 7,2: in the commune's favour 7."""
    made = office({"unit": "người", "decimals": 0}, {"unit": "người", "value": 12}, y2025=0, y2028_Q4=8)
    made.decides(plan=2, valid_from=date(2028, 7, 1))
    made.wants(plan=2, unit="người", value=15)
    assert compared(made).first_milestone == Decimal(7)


def test_a_plan_that_the_review_does_not_know_says_nothing() -> None:
    made = office(y2025=40, y2028_Q4=70)
    [line] = since_start([made.judged("2028-Q4") | {"plan": 9}], versions(made), {})
    assert (line.first, line.held, line.first_milestone) == (None, None, None)
