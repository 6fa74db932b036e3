"""Under which scenario (kịch bản) a target is travelling: a sentence, and its standing against each of them."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalogue import Bound
from indicators.drawing.figures import Row, difference_unit, difference_vi, distance_vi, with_unit
from indicators.drawing.html import Html, join, tag
from indicators.drawing.shown import Shown
from indicators.wording import outlook as words
from indicators.wording import screens
from indicators.wording.units import scenario_vi


def scenarios_section(target: Row, scenarios: Sequence[Row], shown: Shown) -> Html:
    """`scenarios`: scenarios.scenarios_of_target. Nothing where there is one path alone: there is nothing to choose."""
    if len(scenarios) < 2:
        return Html("")
    said = travelling(target, scenarios, shown)
    return tag(
        "section",
        tag("h2", words.SCENARIOS_TITLE),
        tag("p", said, class_="kpi-outlook-said") if said else None,
        tag("div", _table(target, scenarios, shown), class_="kpi-scroll"),
        class_="kpi-section",
    )


def travelling(target: Row, scenarios: Sequence[Row], shown: Shown) -> str:
    """'Quý III/2026, thực hiện đang theo kịch bản «…» (mốc …); còn thiếu … so với kịch bản «…».'; '' where no value is
    known."""
    followed = next((row for row in scenarios if row["followed"]), None)
    above = next((row for row in scenarios if row["next_above"]), None)
    nearest = followed or above
    if nearest is None:
        return ""
    more_is_better = target["bound"] not in (Bound.AT_MOST, Bound.BELOW)
    template = words.TRAVELLING if followed else words.TRAVELLING_UNDER_NONE
    said = template.format(
        period=screens.capitalised(shown.period_text),
        scenario=scenario_name(nearest, scenarios),
        milestone=with_unit(target, nearest["planned_value"]),
    )
    if above:
        short = (words.STILL_SHORT if followed else words.STILL_SHORT_OF_IT)[more_is_better]
        said += short.format(difference=_difference(target, above), scenario=scenario_name(above, scenarios))
    return f"{said}."


def scenario_name(row: Row, scenarios: Sequence[Row]) -> str:
    """'Mức dưới', 'Tăng trưởng cao (Nông nghiệp)'; the floor of a target that has no stretch is the path itself."""
    if row["name_vi"]:
        return scenario_vi(row["name_vi"], row["sector_vi"])
    has_stretch = any(other["scenario"] == "stretch" for other in scenarios)
    return screens.SCENARIOS[row["scenario"]] if has_stretch else words.WITHOUT_STRETCH


def _table(target: Row, scenarios: Sequence[Row], shown: Shown) -> Html:
    milestone = words.COLUMN_MILESTONE_AT.format(period=shown.period_text)
    headings = (words.COLUMN_SCENARIO, milestone, screens.COLUMN_DISTANCE, words.COLUMN_REACHED)
    head = tag("thead", tag("tr", [tag("th", text, scope="col") for text in headings]))
    lines = [_line(target, row, scenarios, milestone) for row in scenarios]
    return tag("table", head, tag("tbody", lines), class_="kpi-list-table kpi-cards-table")


def _line(target: Row, row: Row, scenarios: Sequence[Row], milestone: str) -> Html:
    distance = distance_vi(target, row["distance"])
    followed = tag("span", words.FOLLOWED, class_="kpi-strive") if row["followed"] else None
    return tag(
        "tr",
        tag("td", scenario_name(row, scenarios), join(" ", followed) if followed else None, class_="kpi-wide"),
        tag("td", with_unit(target, row["planned_value"]), class_="kpi-n", data_label=milestone),
        tag(
            "td",
            f"{distance}\u00a0{difference_unit(target['unit'])}" if distance else "",
            data_label=screens.COLUMN_DISTANCE,
        ),
        tag("td", words.SCENARIO_REACHED[row["reached"]] if distance else "", data_label=words.COLUMN_REACHED),
        class_="kpi-followed" if row["followed"] else None,
    )


def _difference(target: Row, row: Row) -> str:
    return f"{difference_vi(target, row['distance'])}\u00a0{difference_unit(target['unit'])}"
