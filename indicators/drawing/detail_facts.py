"""A target's numbers, large, and what else is known of it: goal, baseline, the year's plan, people, document."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.figures import (
    Row,
    distance_with_unit,
    goal_line,
    is_yes_no,
    judged_mean,
    judged_period,
    number_with_unit,
    plan_goal_line,
    with_unit,
)
from indicators.drawing.html import Child, Html, tag
from indicators.drawing.shown import Shown
from indicators.drawing.travelling import scenario_name
from indicators.drawing.versions import document_vi
from indicators.drawing.year_plan import against_year_plan, judged_year, year_plan
from indicators.wording import outlook
from indicators.wording import screens as words


def figures(row: Row, shown: Shown, scenarios: Sequence[Row]) -> Html | None:
    """The numbers that matter. `scenarios`: the milestones of each, as scenarios.scenarios_of_target gives them."""
    if is_yes_no(row):
        return None
    lateness = words.lateness_vi(row["late_months"]) if row["status"] != "not_due" else ""
    mean = judged_mean(row, shown)
    compared = (words.capitalised(mean), row["compared_value"]) if mean else (words.COLUMN_ACTUAL, row["actual_value"])
    numbers: list[tuple[str, Child, str]] = [
        (compared[0], number_with_unit(row, compared[1]), ""),
        (_milestone_label(shown, scenarios), number_with_unit(row, row["planned_value"]), ""),
        (words.COLUMN_DISTANCE, distance_with_unit(row), "kpi-toned"),
        (words.COLUMN_LATENESS, lateness, "kpi-toned"),
        (outlook.AGAINST_YEAR_PLAN.format(year=judged_year(row, shown)), against_year_plan(row), ""),
    ]
    drawn = [
        tag("div", tag("dt", label), tag("dd", content, class_=tone or None))
        for label, content, tone in numbers
        if content
    ]
    return tag("dl", drawn, class_="kpi-figures")


def facts(row: Row, goal: Row, shown: Shown) -> Html:
    """`goal`: what says the goal of the whole plan; of a judged row it is the year's, where the year has its own."""
    by_mean, own = judged_mean(row, shown) is not None, with_unit(row, row["actual_value"])
    said: dict[str, Child] = {
        words.GOAL: goal_line(row) if goal is row else plan_goal_line(goal),
        outlook.YEAR_PLAN.format(year=judged_year(row, shown)): year_plan(row),
        words.BASELINE.format(year=shown.baseline_year): with_unit(row, row["baseline_value"]) or words.NOT_ENTERED,
        words.TOLERANCE: with_unit(row, row["tolerance"]),
        words.ACTUAL_OF.format(period=judged_period(row, shown)): own if by_mean else "",
        words.MEAN_SO_FAR: "" if by_mean else with_unit(row, row["mean_value"]),
        words.LEAD_UNIT: row["lead_unit"] or words.NOT_ENTERED,
        **{label: row[column] for column, label in outlook.PEOPLE.items()},
        words.PLAN_DOCUMENT: document_vi(row, "plan_name_vi"),
    }
    return tag(
        "dl",
        [tag("div", tag("dt", label), tag("dd", content)) for label, content in said.items() if content],
        class_="kpi-facts",
    )


def _milestone_label(shown: Shown, scenarios: Sequence[Row]) -> str:
    """Whose milestone it is, where a scenario of the office's own was chosen that has one here."""
    chosen = [row for row in scenarios if row["scenario"] == shown.scenario and row["name_vi"]]
    if not chosen:
        return words.COLUMN_MILESTONE
    return outlook.MILESTONE_OF_SCENARIO.format(scenario=scenario_name(chosen[0], scenarios))
