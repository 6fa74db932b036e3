"""As of a moment: which value of which upload speaks for a period; what is known later changes no earlier answer."""

from datetime import datetime

from indicators.progress import targets_judged
from tests.judging.office import office

LINE = {"value": 60}


def test_a_correction_counts_from_when_it_was_recorded() -> None:
    made = office(target=LINE, y2025=40)
    first = made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    second = made.reports({"2026-Q3": 41}, on="2026-10-09T08:00")
    before, after = made.judged("2026-Q3", "2026-10-09T07:59"), made.judged("2026-Q3", "2026-10-09T08:00")
    assert (before["actual_value"], before["upload"], before["status"]) == (43, first, "on_track")
    assert (after["actual_value"], after["upload"], after["status"]) == (41, second, "off_track")


def test_a_withdrawal_brings_back_what_was_before_from_then_on() -> None:
    made = office(target=LINE, y2025=40)
    made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    wrong = made.reports({"2026-Q3": 41}, on="2026-10-09T08:00")
    made.takes_back(wrong, on="2026-10-12T08:00")
    assert made.status("2026-Q3", "2026-10-11") == "off_track"
    assert made.status("2026-Q3", "2026-10-12") == "on_track"


def test_a_withdrawn_only_value_leaves_none() -> None:
    made = office(target=LINE, y2025=40)
    only = made.reports({"2026-Q3": 43}, on="2026-10-02T08:00")
    made.takes_back(only, on="2026-10-12T08:00")
    row = made.judged("2026-Q3", "2026-10-12")
    assert (row["status"], row["actual_value"], row["last_known_value"]) == ("no_report", None, 40)


def test_a_blank_says_nothing() -> None:
    made = office(target=LINE, y2025=40, y2026_Q3=43)
    made.measures("other")
    made.reports({"2026-Q3": 7}, on="2026-11-01T08:00", measure="other")
    assert made.judged("2026-Q3")["actual_value"] == 43


def test_a_period_speaks_for_those_that_end_with_it_the_longest_first() -> None:
    made = office(target=LINE, y2025=40, y2026_06=1, y2026_Q2=2, y2026_H1=3, y2026_09=4, y2026_9M=5)
    found = [made.judged(period)["actual_value"] for period in ("2026-06", "2026-Q2", "2026-H1", "2026-Q3")]
    assert found == [1, 2, 3, 5]
    assert made.judged("2026-Q3")["actual_period"] == "2026-9M"


def test_nothing_is_carried_forward_but_shown_as_last_known() -> None:
    made = office({"frequency": "month"}, LINE, y2025=40, y2026_Q2=42)
    row = made.judged("2026-07")
    assert (row["actual_value"], row["status"]) == (None, "no_report")
    assert (row["last_known_value"], row["last_known_period"]) == (42, "2026-Q2")
    assert made.judged("2026-Q1")["last_known_value"] == 40
    assert made.judged("2026-Q2")["last_known_value"] == 42


def test_what_was_recorded_before_its_period_ended_is_an_estimate() -> None:
    made = office(target=LINE, y2025=40)
    made.reports({"2026-Q3": 43}, on="2026-09-30T23:00")
    assert made.judged("2026-Q3")["estimate"] is True
    made.reports({"2026-Q3": 43}, on="2026-10-01T00:00")
    assert made.judged("2026-Q3")["estimate"] is False
    made.reports({"2026-Q3": 43}, on="2026-10-02T00:00", estimate=True)
    assert made.judged("2026-Q3")["estimate"] is True


def test_a_measure_defined_anew_counts_from_when_it_was_known() -> None:
    made = office(target=LINE, y2025=40)
    made.measures(baseline=50, lead_unit="Văn phòng", recorded_at=datetime(2026, 8, 1))
    before, after = made.judged("2026-Q3", "2026-07-31"), made.judged("2026-Q3", "2026-08-02")
    assert (before["baseline_value"], before["lead_unit"]) == (40, "Phòng Kinh tế")
    assert (after["baseline_value"], after["lead_unit"]) == (50, "Văn phòng")


def test_a_commune_without_a_plan_has_no_rows() -> None:
    assert targets_judged(office().store, "vinh_khong", "2026-Q3", datetime(2026, 10, 1)) == []
