"""What must hold for every plan and every value: hypothesis looks for those where it does not."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.moments import parse_as_of
from indicators.periods import all_periods
from indicators.store import Row
from tests.judging.office import Office

EXAMPLES = settings(max_examples=7, deadline=None)
FEWER_EXAMPLES = settings(max_examples=4, deadline=None)  # each judges several times
WORST_FIRST = ["not_met", "off_track", "behind", "on_track", "exceeded", "met", "met_exceeded"]
PERIODS = [period.code for period in all_periods() if period.year >= 2025]
DAYS = ["2026-01-15", "2026-10-05", "2026-10-06", "2028-07-01", "2031-06-30"]

values = st.decimals(-1000, 1000, places=2) | st.sampled_from([Decimal(text) for text in ("0", "-1", "100", "99.99")])


@st.composite
def measures(draw: st.DrawFn) -> Row:
    accumulation = draw(st.sampled_from(["level", "ratio_to_date", "growth", "year_to_date"]))
    frequency = draw(st.sampled_from(["month", "quarter", "half", "year"]))
    baseline = draw(st.none() | values)
    decimals = draw(st.integers(0, 4))
    return {"accumulation": accumulation, "frequency": frequency, "decimals": decimals, "baseline": baseline}


@st.composite
def targets(draw: st.DrawFn) -> Row:
    bound = draw(st.sampled_from(["at_least", "above", "at_most", "below", "between"]))
    horizon = draw(st.sampled_from(["each_year", "by_year", "average"]))
    value, gap = draw(values), draw(st.decimals(1, 50, places=2))
    stretch = value - gap if bound in ("at_most", "below") else value + gap
    return {
        "bound": bound,
        "horizon": horizon,
        "value": value,
        "stretch": stretch if bound == "between" else draw(st.sampled_from([None, stretch])),
        "tolerance": draw(st.none() | st.decimals(0, 20, places=2)),
        "last_year": draw(st.sampled_from([2026, 2028, 2030])),
    }


observations = st.dictionaries(st.sampled_from(PERIODS), values, max_size=12)
scenarios = st.sampled_from(["floor", "stretch"])


ASKED = ["2025", "2026-Q3", "2026", "2028-06", "2029-9M", "2030"]


def all_judged(made: Office, as_of: str, scenario: str) -> list[Row]:
    """The target at the asked periods, in one pass."""
    with made.store._connection.cursor() as cursor:
        cursor.execute(
            "select * exclude (commune) from judged([$commune], $periods, $as_of, $scenario) order by period",
            {"commune": made.commune, "periods": ASKED, "as_of": parse_as_of(as_of), "scenario": scenario},
        )
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def made_with(measure: Row, target: Row, said: dict[str, Any], **more: Any) -> Office:
    made = Office()
    made.measures(**measure)
    made.wants(**target)
    for year, (value, stretch) in more.get("year_goals", {}).items():
        made.wants_of_year(year, value, stretch)
    for (period, scenario), value in more.get("fixed", {}).items():
        made.fixes(period, value, scenario)
    if said:
        made.reports(said)
    return made


year_goals = st.dictionaries(st.integers(2026, 2030), st.tuples(values, st.none() | values), max_size=3)
fixed = st.dictionaries(st.tuples(st.sampled_from(PERIODS), scenarios), values, max_size=4)


@EXAMPLES
@given(measures(), targets(), observations, year_goals, fixed, scenarios, st.sampled_from(DAYS))
def test_nothing_raises_and_the_columns_agree(
    measure: Row, target: Row, said: Row, goals: Row, fixes: Row, scenario: str, as_of: str
) -> None:
    made = made_with(measure, target, said, year_goals=goals, fixed=fixes)
    for row in all_judged(made, as_of, scenario):
        status, distance, tolerance = row["status"], row["distance"], row["tolerance"]
        assert status in [*WORST_FIRST, "no_report", "not_due", "no_baseline"]
        assert row["is_final"] == (status in ("not_met", "met", "met_exceeded"))
        assert (distance is None) <= (status not in WORST_FIRST)
        if status in ("on_track", "exceeded", "met", "met_exceeded"):
            assert distance > 0 or (distance == 0 and row["bound"] in ("at_least", "at_most", "between"))
        if status == "behind":
            assert -tolerance <= distance <= 0
        if status == "off_track":
            assert distance < -tolerance


@EXAMPLES
@given(measures(), targets(), observations, values, values, scenarios)
def test_a_status_never_improves_when_the_value_gets_worse(
    measure: Row, target: Row, said: Row, one: Decimal, other: Decimal, scenario: str
) -> None:
    """The same periods said with the better value, then again with the worse."""
    assume(target["bound"] != "between")
    better, worse = max(one, other), min(one, other)
    if target["bound"] in ("at_most", "below"):
        better, worse = worse, better
    made = made_with(measure, target, said)
    answers = []
    for value in (better, worse):
        made.reports(dict.fromkeys(("2026-Q3", "2026", "2028-06", "2029-9M", "2030"), value))
        answers.append(all_judged(made, "2031-06-30", scenario))
    for row, worse_row in zip(*answers, strict=True):
        if row["status"] in WORST_FIRST and worse_row["status"] in WORST_FIRST:
            assert WORST_FIRST.index(row["status"]) >= WORST_FIRST.index(worse_row["status"]), row["period"]


@EXAMPLES
@given(measures(), targets(), observations, observations, scenarios)
def test_what_is_said_later_changes_no_earlier_answer(
    measure: Row, target: Row, said: Row, said_later: Row, scenario: str
) -> None:
    made = made_with(measure, target, said)
    before = all_judged(made, "2028-07-01", scenario)
    if said_later:
        upload = made.reports(said_later, on="2028-07-02T00:00")
        made.takes_back(upload, on="2028-07-03T00:00")
    made.reports({"2025": 1}, on="2028-07-02T00:00")
    assert all_judged(made, "2028-07-01", scenario) == before


@EXAMPLES
@given(measures(), targets(), observations, scenarios, st.sampled_from(DAYS))
def test_mirroring_mirrors(measure: Row, target: Row, said: Row, scenario: str, as_of: str) -> None:
    """At least v on a measure that grows is at most -v on one that falls; means of growth have no mirror."""
    mirror = {"at_least": "at_most", "above": "below", "at_most": "at_least", "below": "above"}
    assume(target["bound"] in mirror and measure["accumulation"] != "growth")
    turned: Row = target | {"bound": mirror[target["bound"]], "value": -target["value"]}
    if target["stretch"] is not None:
        turned["stretch"] = -target["stretch"]
    baseline = None if measure["baseline"] is None else -measure["baseline"]
    one = all_judged(made_with(measure, target, said), as_of, scenario)
    other = all_judged(
        made_with(measure | {"baseline": baseline}, turned, {period: -value for period, value in said.items()}),
        as_of,
        scenario,
    )
    columns = ("status", "distance", "tolerance", "late_months", "share_of_way")
    assert [[row[name] for name in columns] for row in one] == [[row[name] for name in columns] for row in other]


#: Goals that lie a whole number of units a month away, so that every milestone is exact at four decimals.
whole = st.integers(-20, 20)


@st.composite
def exact_cases(draw: st.DrawFn) -> tuple[Row, Row, Row]:
    """A measure, a target and what was said, none of which any scaling below has to round."""
    baseline, gain = draw(whole), draw(whole)
    bound = draw(st.sampled_from(["at_least", "at_most"]))
    horizon = draw(st.sampled_from(["each_year", "by_year"]))
    accumulation = draw(st.sampled_from(["level", "ratio_to_date", "year_to_date"]))
    goal = 60 * (baseline + gain)
    target = {
        "bound": bound, "horizon": horizon, "last_year": 2030, "value": goal, "path_rule": draw(rules),
        "stretch": draw(st.sampled_from([None, goal + (60 if bound == "at_least" else -60)])),
        "tolerance": draw(st.none() | st.decimals(0, 20, places=2)),
    }  # fmt: skip
    said = draw(st.dictionaries(st.sampled_from(PERIODS), st.decimals(-2400, 2400, places=2), max_size=8))
    return {"accumulation": accumulation, "decimals": 4, "baseline": 60 * baseline}, target, said


rules = st.sampled_from(["rule", "linear", "flat"])
WHOLE_STATUSES = ("status", "is_final", "late_months", "share_of_way", "year_goal_percent")


@EXAMPLES
@given(exact_cases(), st.sampled_from([Decimal(text) for text in ("10", "1000", "0.1", "0.01")]), scenarios)
def test_the_unit_changes_no_status(case: tuple[Row, Row, Row], factor: Decimal, scenario: str) -> None:
    """The same in đồng, nghìn đồng or triệu đồng."""

    def scaled(row: Row, *names: str) -> Row:
        return row | {name: row[name] * factor for name in names or row if row[name] is not None}

    measure, target, said = case
    one = all_judged(made_with(measure, target, said), "2031-06-30", scenario)
    other = all_judged(
        made_with(scaled(measure, "baseline"), scaled(target, "value", "stretch", "tolerance"), scaled(said)),
        "2031-06-30",
        scenario,
    )
    assert [[row[name] for name in WHOLE_STATUSES] for row in one] == [
        [row[name] for name in WHOLE_STATUSES] for row in other
    ]


@FEWER_EXAMPLES
@given(measures(), targets(), targets(), observations, year_goals, fixed, scenarios, st.booleans())
def test_a_new_version_restates_nothing_before_it(
    measure: Row,
    target: Row,
    changed: Row,
    said: Row,
    goals: dict[int, Any],
    fixes: dict[Any, Any],
    scenario: str,
    suspended: bool,
) -> None:
    """Decided on 01/07/2028: what was judged of a period before that day stays, byte for byte, whenever it is asked."""
    made = made_with(measure, target, said, year_goals=goals)
    moments = ["2028-06-30", "2028-07-01", "2031-06-30"]
    before = [[row for row in all_judged(made, moment, scenario) if row["period"] < "2028-07"] for moment in moments]
    made.decides(plan=2, valid_from=date(2028, 7, 1), recorded_at=datetime(2028, 6, 30, 17))
    made.wants(plan=2, **changed | {"suspended": suspended})
    for year, (value, stretch) in goals.items():
        made.wants_of_year(year, -value, stretch, plan=2)
    for (period, of_scenario), value in fixes.items():
        made.fixes(period, value, of_scenario, plan=2)
    after = [[row for row in all_judged(made, moment, scenario) if row["period"] < "2028-07"] for moment in moments]
    assert repr(after) == repr(before)


@FEWER_EXAMPLES
@given(measures(), targets(), targets(), observations, scenarios)
def test_a_new_version_takes_over_where_the_old_one_stands(
    measure: Row, target: Row, changed: Row, said: Row, scenario: str
) -> None:
    """On a line no milestone jumps on the day a version changes: the first month moves by one month of its own line."""
    line: Row = {"horizon": "by_year", "bound": "at_least", "last_year": 2030, "stretch": None}
    measure = measure | {"accumulation": "level", "decimals": 4, "baseline": Decimal(7)}
    made = made_with(measure, target | line, said)
    old = made.judged("2028-06", scenario=scenario)["planned_value"]
    made.decides(plan=2, valid_from=date(2028, 7, 1))
    made.wants(plan=2, **changed | line)
    first = made.judged("2028-07", scenario=scenario)["planned_value"]
    assert abs(first - (old + (changed["value"] - old) / 30)) <= Decimal("0.0001")
