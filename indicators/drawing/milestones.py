"""The page Đường găng as one block: title, choices, what is due next, the year's matrix, the dates that are left."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.choices import commune_chooser, list_of_links, scenario_chooser
from indicators.drawing.frame import call_to_action, page_title
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.marks import pill
from indicators.drawing.milestones_cell import fixed_mark
from indicators.drawing.milestones_columns import plan_facts
from indicators.drawing.milestones_due import due_section, next_sentence
from indicators.drawing.milestones_matrix import milestone_matrix
from indicators.drawing.people import of_people, people_chooser
from indicators.drawing.shown import Shown
from indicators.milestones import TargetYear, by_target, versions_of_year
from indicators.periods import FIRST_YEAR, LAST_YEAR, Period
from indicators.store import Row
from indicators.wording import milestones as words
from indicators.wording import screens
from indicators.wording.statuses import STATUSES


def milestones_page(shown: Shown, rows: Sequence[Row]) -> Html:
    """`rows`: those of `milestones_of_year` for the year of the period shown."""
    year = shown.period.year
    has_plan = year >= shown.first_year and bool(rows)
    choices = join(_choices(shown), _print_button() if has_plan else None)
    title = page_title(screens.PAGES[screens.MILESTONES], words.TITLE.format(year=year), choices)
    if not has_plan:
        return join(title, _no_plan(shown))
    lines = by_target(rows)
    kept = {row["target"] for row in of_people([line.head for line in lines], shown)}
    of_those = [line for line in lines if line.head["target"] in kept]
    return tag(
        "div",
        title,
        people_chooser(screens.MILESTONES, shown, [line.head for line in lines]),
        _about(shown, rows),
        _hints(shown, lines),
        next_sentence(of_those) if any(row["has_begun"] for row in rows) else None,
        tag("section", milestone_matrix(of_those, shown), _legend(of_those), class_="kpi-section kpi-ms-section"),
        due_section(of_those, shown),
        class_="kpi-ms-page",
    )


def _choices(shown: Shown) -> Html:
    return join(
        commune_chooser(screens.MILESTONES, shown),
        _year_chooser(shown),
        scenario_chooser(screens.MILESTONES, shown),
    )


def _print_button() -> Html:
    return tag("button", words.PRINT, type="button", class_="kpi-ms-print", data_print=True)


def _year_chooser(shown: Shown) -> Html:
    year = shown.period.year
    years = range(min(shown.first_year, year), LAST_YEAR + 1)
    options = [(_address(shown, other), str(other), other == year) for other in years]
    return tag(
        "div",
        _step(shown, year - 1, "‹", words.EARLIER_YEAR),
        list_of_links("kpi-year", screens.YEAR_LABEL, [(None, options)]),
        _step(shown, year + 1, "›", words.LATER_YEAR),
        class_="kpi-periods",
        role="group",
        aria_label=screens.YEAR_LABEL,
    )


def _step(shown: Shown, year: int, sign: str, label: str) -> Html:
    if not max(FIRST_YEAR, shown.first_year) <= year <= LAST_YEAR:
        return tag("span", sign, class_="kpi-step", aria_hidden="true")
    said = f"{label}: {year}"
    where = _address(shown, year)
    return tag("a", sign, href=where, data_inside=True, class_="kpi-step", aria_label=said, title=said)


def _address(shown: Shown, year: int) -> str:
    """This page on another year; the other pages then show the same period of that year."""
    return shown.address(screens.MILESTONES, period=Period(year, shown.period.kind, shown.period.number))


def _about(shown: Shown, rows: Sequence[Row]) -> Html:
    """What a printed sheet must say of itself: commune, scenario, day, and the decisions that it judges by."""
    said = words.ABOUT.format(
        commune=screens.capitalised(shown.commune_name),
        scenario=shown.scenarios[shown.scenario],
        day=screens.date_vi(shown.today),
    )
    plans = "; ".join(plan_facts(versions_of_year(rows)))
    return tag("p", said, ". ", words.VERSIONS, ": ", plans, ".", class_="kpi-ms-about")


def _hints(shown: Shown, lines: Sequence[TargetYear]) -> Html:
    """What to do where the year has no figures, or the baseline year is missing."""
    to_intake = None if shown.looks_back else link(shown.address(screens.INTAKE), screens.SEND_DATA)
    hints = []
    has_begun = any(row["has_begun"] for line in lines for row in line.by_period.values())
    if has_begun and not any(line.latest for line in lines):
        hints.append(words.NO_DATA.format(year=shown.period.year))
    without = sum(
        line.head["baseline_value"] is None and line.head["path_kind"] in {"linear", "steps"} for line in lines
    )
    if without:
        hints.append(screens.NO_BASELINE_HINT.format(count=without, year=shown.baseline_year))
    return join([tag("p", hint, " ", to_intake, class_="kpi-notice") for hint in hints])


def _no_plan(shown: Shown) -> Html:
    first, year = shown.first_year, shown.period.year
    steps = [sentence.format(first=first, year=year) for sentence in words.NO_PLAN_STEPS]
    action = link(_address(shown, first), words.NO_PLAN_ACTION.format(first=first), class_="kpi-button")
    return call_to_action(words.NO_PLAN.format(year=year), steps, action)


def _legend(lines: Sequence[TargetYear]) -> Html:
    """How a cell reads, and the statuses that occur."""
    found = {row["status"] for line in lines for row in line.by_period.values()} - {None, "not_due"}
    items: list[Html] = [
        tag("li", words.LEGEND_CELL),
        tag("li", fixed_mark(), f"\u00a0{words.FIXED.lower()}"),
        tag("li", words.DERIVED),
        tag("li", tag("abbr", words.ESTIMATE_MARK), f": {words.LEGEND_ESTIMATE}"),
        *(tag("li", pill(status)) for status in STATUSES if status in found),
    ]
    return tag("ul", items, class_="kpi-legend kpi-ms-legend")
