"""The whole overview as one block: title, choices, first look, table, heat map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from indicators.drawing.choices import commune_chooser, view_choices
from indicators.drawing.figures import Row
from indicators.drawing.frame import call_to_action, page_title
from indicators.drawing.heatmap import heat_map
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.lead import NOT_FORECAST, are_all_final, attention, lead
from indicators.drawing.looking_back import nothing_yet
from indicators.drawing.people import of_people, people_chooser
from indicators.drawing.shown import Shown
from indicators.drawing.table import indicator_table
from indicators.drawing.trend import Courses
from indicators.progress import Overview
from indicators.wording import screens as words
from indicators.wording.periods import period_vi


def overview_page(shown: Shown, found: Overview, courses: Courses, forecasts: Mapping[str, Row] = NOT_FORECAST) -> Html:
    """`found`: everything judged in the period shown and by quarter; `courses`: measure → its values by time;
    `forecasts`: target → what is to be expected of it and what it takes."""
    name = words.PAGES[words.OVERVIEW]
    if shown.latest is None:
        return join(
            page_title(name, words.capitalised(shown.commune_name), commune_chooser(words.OVERVIEW, shown)),
            _empty(shown),
        )
    choices = view_choices(words.OVERVIEW, shown, with_order=True)
    title = page_title(name, words.capitalised(shown.period_text), choices)
    targets = of_people(found.targets, shown)
    kept = {row["indicator"] for row in targets}
    statuses = {row["indicator"]: row["status"] for row in found.indicators if row["indicator"] in kept}
    first_look = tag(
        "div",
        lead(list(statuses.values()), shown.period_text, are_final=are_all_final(targets)),
        attention(targets, shown, forecasts),
        class_="kpi-first-look",
    )
    table = tag(
        "section",
        tag("h2", words.TABLE_TITLE.format(count=len(statuses))),
        indicator_table(targets, statuses, courses, shown),
        class_="kpi-section",
    )
    heat = heat_map(
        indicator_names(targets), {(row["indicator"], row["period"]): row["status"] for row in found.statuses}, shown
    )
    people = people_chooser(words.OVERVIEW, shown, found.targets)
    return join(title, people, _hints(shown, found.targets), first_look, table, heat)


def _empty(shown: Shown) -> Html:
    if shown.as_of:
        return nothing_yet(words.OVERVIEW, shown, shown.as_of)
    action = link(shown.address(words.INTAKE), words.EMPTY_ACTION, class_="kpi-button")
    return call_to_action(words.EMPTY_TITLE, words.EMPTY_STEPS, action)


def _hints(shown: Shown, targets: Sequence[Row]) -> Html:
    """What to do next where the period has no data, or the baseline year is missing."""
    to_intake = None if shown.looks_back else join(" · ", link(shown.address(words.INTAKE), words.SEND_DATA))
    hints: list[Html] = []
    if shown.latest and all(row["actual_period"] is None for row in targets):
        latest = period_vi(shown.latest)
        sentence = words.PERIOD_EMPTY.format(period=shown.period_text, latest=latest)
        to_latest = link(
            shown.address(words.OVERVIEW, period=shown.latest), words.PERIOD_EMPTY_ACTION.format(latest=latest)
        )
        hints.append(tag("p", sentence, " ", to_latest, to_intake, class_="kpi-notice"))
    without = sum(row["status"] == "no_baseline" for row in targets)
    if without:
        sentence = words.NO_BASELINE_HINT.format(count=without, year=shown.baseline_year)
        hints.append(tag("p", sentence, to_intake, class_="kpi-notice"))
    return join(hints)


def indicator_names(targets: Sequence[Row]) -> list[tuple[str, str, str]]:
    """(indicator, name, first target); the name is that of the target with its number, else of all its targets."""
    named = []
    for indicator, members in groupby(targets, lambda row: row["indicator"]):
        rows = list(members)
        own = [row["name_vi"] for row in rows if row["target"] == indicator]
        named.append((indicator, "; ".join(own or [row["name_vi"] for row in rows]), rows[0]["target"]))
    return named
