"""The page of units and people: for each, what it leads and works on jointly, and its reports of the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.drawing.choices import switch, view_choices
from indicators.drawing.figures import Row
from indicators.drawing.frame import page_title
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.lead import are_all_final
from indicators.drawing.people import of_people, people_chooser
from indicators.drawing.shown import Shown
from indicators.drawing.units_reports import report_grid
from indicators.drawing.units_table import targets_table
from indicators.progress import Overview
from indicators.units import Judged, Portfolio, portfolios, tally_of
from indicators.wording import screens
from indicators.wording import units as words
from indicators.wording.statuses import Tally


@dataclass(frozen=True)
class YearOfUnits:
    """`judged`: target → period → judged row (units.judged_in_year); `reports`: units.reports_of_year."""

    judged: Judged
    reports: Sequence[Row]


def units_page(shown: Shown, found: Overview, year: YearOfUnits) -> Html:
    """`found`: everything judged in the period shown; `year`: the year that it lies in."""
    targets = of_people(found.targets, shown)
    statuses = {row["indicator"]: row["status"] for row in found.indicators}
    of_any_unit = of_people(found.targets, replace(shown, unit=None))
    reports = of_people(year.reports, shown)
    sections = portfolios(shown.by, targets, statuses, reports, joint_among=of_any_unit)
    return join(
        page_title(screens.capitalised(shown.period_text), screens.PAGES[screens.UNITS], _choices(shown)),
        people_chooser(screens.UNITS, shown, found.targets),
        _whole(shown, found.targets, targets, statuses),
        [_section(section, year, shown) for section in sections]
        if any(section.name for section in sections)
        else tag("p", words.NOBODY_AT_ALL[shown.by], class_="kpi-notice"),
    )


def _choices(shown: Shown) -> Html:
    by = switch(screens.UNITS, shown, words.BY_LABEL, "by", words.PEOPLE)
    return join(view_choices(screens.UNITS, shown), by)


def _whole(shown: Shown, everything: Sequence[Row], chosen: Sequence[Row], statuses: Mapping[str, str]) -> Html:
    """The whole commune as officials count it, and what is chosen of it."""

    def line(label: str, rows: Sequence[Row]) -> Html:
        return tag("p", tag("b", f"{label}: "), _tallied(tally_of(rows, statuses), rows), class_="kpi-units-tally")

    return tag(
        "section",
        line(words.WHOLE_COMMUNE, everything),
        line(words.OF_CHOSEN, chosen) if len(chosen) < len(everything) else None,
        tag("p", words.NOT_GRADED, class_="kpi-note"),
        class_="kpi-section",
    )


def _section(section: Portfolio, year: YearOfUnits, shown: Shown) -> Html:
    return tag(
        "section",
        tag("h2", section.name or words.NOBODY[shown.by]),
        tag("p", _tallied(section.tally, section.led), tag("small", _judged_at(shown)), class_="kpi-units-tally"),
        targets_table(_groups(section, shown), year.judged, shown),
        report_grid(section.reports, shown),
        _own_report(section.name, shown) if shown.by == "unit" and section.name else None,
        class_="kpi-section kpi-units",
    )


def _own_report(unit: str, shown: Shown) -> Html:
    where = shown.address(screens.REPORT, unit=unit, leader=None, officer=None)
    return tag("p", link(where, words.OWN_REPORT.format(unit=unit)), class_="kpi-more")


def _tallied(tally: Tally, targets: Sequence[Row]) -> str:
    return words.tally_vi(tally, are_final=are_all_final(targets))


def _judged_at(shown: Shown) -> str:
    return " " + words.AS_OF_PERIOD.format(period=shown.period_text)


def _groups(section: Portfolio, shown: Shown) -> list[tuple[str, Sequence[Row]]]:
    led = words.LED if shown.by == "unit" else words.OF_PEOPLE
    groups: list[tuple[str, Sequence[Row]]] = [(led.format(count=len(section.led)), section.led)]
    return groups + ([(words.JOINT.format(count=len(section.joint)), section.joint)] if section.joint else [])
