"""Under which scenario a target travels, and which version of the plan held when."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from indicators.moments import parse_as_of
from indicators.scenarios import scenario_paths, scenarios_of_target, versions_of_target
from indicators.store import Row
from tests.judging.office import AFTER_ALL, Office, office

# From 40 to 60 (stretch 80) by 2030: at the end of September 2026, 9 of 60 months, the floor stands at 43, the stretch
# at 46. The office's own: 44.5 then.
BAND: Row = {"value": 60, "stretch": 80}


def put(made: Office, command: str, **row: object) -> None:
    with made.store.writing() as transaction:
        transaction.run(command, commune=made.commune, **row)


def with_own(made: Office, period: str, *values: object, plan: int = 1) -> Office:
    """Own scenarios kb1, kb2, …, each with a value in the period."""
    for place, value in enumerate(values, start=1):
        name = {"name_vi": f"Phương án {place}", "sector_vi": "Nông nghiệp" if place == 1 else ""}
        put(made, "insert_scenario", plan=plan, scenario=f"kb{place}", ordinal=place, **name)
        made.fixes(period, value, f"kb{place}", plan=plan)
    return made


def standing(made: Office, period: str = "2026-Q3", as_of: str = AFTER_ALL) -> list[Row]:
    return scenarios_of_target(made.store, made.commune, "1", period, parse_as_of(as_of))


def summary(rows: list[Row]) -> list[tuple[Any, ...]]:
    return [(row["scenario"], row["planned_value"], row["distance"], row["reached"]) for row in rows]


def followed(rows: list[Row]) -> tuple[list[str], list[str]]:
    """The one travelled under, and the next one up."""
    marked = {column: [row["scenario"] for row in rows if row[column]] for column in ("followed", "next_above")}
    return marked["followed"], marked["next_above"]


def test_every_scenario_with_its_distance_the_least_demanding_first() -> None:
    rows = standing(with_own(office(target=BAND, y2025=40, y2026_Q3=45), "2026-Q3", "44.5"))
    assert summary(rows) == [
        ("floor", 43, 2, True),
        ("kb1", Decimal("44.5"), Decimal("0.5"), True),
        ("stretch", 46, -1, False),
    ]
    assert (rows[1]["name_vi"], rows[1]["sector_vi"]) == ("Phương án 1", "Nông nghiệp")
    assert followed(rows) == (["kb1"], ["stretch"])


@pytest.mark.parametrize(
    ("actual", "travelling", "above"),
    [
        (42, [], ["floor"]),
        (43, ["floor"], ["kb1"]),
        ("44.5", ["kb1"], ["stretch"]),
        (46, ["stretch"], []),
        (None, [], []),
    ],
)
def test_the_most_demanding_that_is_reached_is_followed(
    actual: object, travelling: list[str], above: list[str]
) -> None:
    made = office(target=BAND, y2025=40)
    if actual is not None:
        made.reports({"2026-Q3": actual})
    assert followed(standing(with_own(made, "2026-Q3", "44.5"))) == (travelling, above)


def test_where_less_is_better_the_lower_is_more_demanding() -> None:
    """From 10 to 4 by 2030 (stretch 2): at 9 of 60 months 9.1 and 8.8; the own 8.9 lies between. 8.85 beats 8.9."""
    made = office(
        {"better": "down", "decimals": 2}, {"bound": "at_most", "value": 4, "stretch": 2}, y2025=10, y2026_Q3="8.85"
    )
    rows = standing(with_own(made, "2026-Q3", "8.9"))
    assert summary(rows) == [
        ("floor", Decimal("9.1"), Decimal("0.25"), True),
        ("kb1", Decimal("8.9"), Decimal("0.05"), True),
        ("stretch", Decimal("8.8"), Decimal("-0.05"), False),
    ]
    assert followed(rows) == (["kb1"], ["stretch"])


def test_below_is_not_reached_by_being_equal() -> None:
    made = office({"better": "down"}, {"bound": "below", "value": 4, "horizon": "each_year"}, y2026_Q3=4)
    assert summary(standing(made)) == [("floor", 4, 0, False)]


def test_of_equally_demanding_ones_the_plans_first_is_followed() -> None:
    made = with_own(office(target=BAND, y2025=40, y2026_Q3=45), "2026-Q3", 43, 43)
    assert [row["scenario"] for row in standing(made)] == ["floor", "kb1", "kb2", "stretch"]
    assert followed(standing(made)) == (["floor"], ["stretch"])


@pytest.mark.parametrize(
    ("measure", "target"),
    [
        ({"unit": "đạt/chưa", "decimals": 0}, {"bound": "achieved", "value": 1}),
        ({}, {"bound": "between", "value": 40, "stretch": 60}),
    ],
)
def test_a_yes_no_and_between_have_none(measure: Row, target: Row) -> None:
    assert standing(with_own(office(measure, target, y2025=1, y2026_Q3=1), "2026-Q3", 1)) == []


def test_a_whole_number_is_rounded_in_the_communes_favour() -> None:
    made = with_own(office({"decimals": 0}, {"value": 60}, y2025=40, y2026_Q3=44), "2026-Q3", "44.9")
    assert summary(standing(made))[1] == ("kb1", 44, 0, True)


def test_an_own_scenario_says_only_what_it_says() -> None:
    """September 2026 ends with the third quarter; nothing is said of December."""
    made = with_own(office(target=BAND, y2025=40, y2026_09=45, y2026=45), "2026-Q3", "44.5")
    assert [row["scenario"] for row in standing(made, "2026-09")] == ["floor", "kb1", "stretch"]
    assert [row["scenario"] for row in standing(made, "2026")] == ["floor", "stretch"]


def test_it_stands_as_it_is_judged() -> None:
    made = with_own(office(target=BAND, y2025=40, y2026_Q3=45), "2026-Q3", "44.5")
    for row in standing(made):
        judged = made.judged("2026-Q3", scenario=row["scenario"])
        assert (row["planned_value"], row["distance"]) == (judged["planned_value"], judged["distance"])


def changed() -> Office:
    """Version 2 takes over on 01/07/2028, and version 3 from the same day; each says kb1 differently."""
    made = with_own(office(target={"value": 60}, y2025=40), "2028-Q2", 51)
    made.fixes("2028-Q3", 52, "kb1")
    for plan, value, at in ((2, 70, datetime(2028, 6, 1)), (3, 75, datetime(2028, 6, 20))):
        made.decides(plan=plan, valid_from=date(2028, 7, 1), recorded_at=at, document_number=f"0{plan}/NQ")
        made.wants(plan=plan, value=value)
        with_own(made, "2028-Q3", value, plan=plan)
    return made


def versions(made: Office, as_of: str) -> list[tuple[Any, ...]]:
    rows = versions_of_target(made.store, made.commune, "1", parse_as_of(as_of))
    return [(row["plan"], row["valid_from"], row["valid_to"], row["goal_value"]) for row in rows]


def test_versions_hold_one_after_the_other_as_known_at_a_moment() -> None:
    """Version 2 never held once version 3 takes over from the same day."""
    made, first, day = changed(), date(2026, 1, 1), date(2028, 7, 1)
    assert versions(made, "2028-05-31") == [(1, first, None, 60)]
    assert versions(made, "2028-06-10") == [(1, first, date(2028, 6, 30), 60), (2, day, None, 70)]
    assert versions(made, AFTER_ALL) == [(1, first, date(2028, 6, 30), 60), (3, day, None, 75)]


def test_a_version_says_what_it_wants_of_the_target() -> None:
    made = office(target={"value": 60}, y2025=40)
    made.wants_of_year(2027, 45)
    made.wants_of_year(2027, 46, assigned_by="council")
    made.fixes("2026-Q3", 43)
    made.decides(plan=2, valid_from=date(2028, 7, 1))
    put(made, "insert_retirement", plan=2, target="1", replaced_by="2")
    first, second = versions_of_target(made.store, made.commune, "1", parse_as_of(AFTER_ALL))
    assert [(goal["assigned_by"], goal["value"]) for goal in first["year_goals"]] == [("city", 45), ("council", 46)]
    assert (first["is_fixed"], first["is_retired"]) == (True, False)
    assert (second["bound"], second["is_fixed"], second["is_retired"], second["replaced_by"]) == (
        None,
        False,
        True,
        "2",
    )


def test_each_period_of_an_own_path_is_of_the_version_that_judges_it() -> None:
    made = changed()
    rows = scenario_paths(made.store, made.commune, "1", parse_as_of(AFTER_ALL))
    assert [(row["period"], row["plan"], row["value"]) for row in rows] == [("2028-06", 1, 51), ("2028-09", 3, 75)]
    before = scenario_paths(made.store, made.commune, "1", parse_as_of("2028-05-31"))
    assert [(row["period"], row["value"]) for row in before] == [("2028-06", 51), ("2028-09", 52)]


def test_where_the_mean_is_judged_only_the_goal_is_a_milestone() -> None:
    """As in judging: 1.02 × 1.12 = 1.1424, its root 1.0688: 6.88% on average against 10, whatever 2027 was to be."""
    made = office({"accumulation": "growth"}, {"horizon": "average", "value": 10}, y2026=2, y2027=12)
    assert summary(standing(with_own(made, "2027", 11), "2027")) == [("floor", 10, Decimal("-3.12"), False)]
