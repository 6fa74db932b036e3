"""The tables of Theo cơ quan, đơn vị: a line each, their targets, their reports of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.drawing.figures import goal_line, judged_mean
from indicators.drawing.people import of_people
from indicators.drawing.shown import Shown
from indicators.drawing.units import YearOfUnits
from indicators.periods import Period, quarters
from indicators.progress import Overview
from indicators.units import REPORT_STATES, Judged, Portfolio, portfolios, reports_by_state
from indicators.wording import evidence, screens, units
from indicators.wording import workbooks as words
from indicators.workbooks.contents import (
    NAME_COLUMN,
    NUMBER_COLUMN,
    STATUS_COLUMN,
    UNIT_COLUMN,
    Row,
    distance_of,
    estimate_of,
    number_column,
    period_of,
    status_of,
    value_of,
)
from indicators.workbooks.model import Column, Content, Kind, Table

_COUNT_WIDTH = 11


def unit_tables(shown: Shown, found: Overview, year: YearOfUnits) -> list[Table]:
    """As the page divides them: by unit, leader or officer. `found`: everything judged in the period shown."""
    targets = of_people(found.targets, shown)
    statuses = {row["indicator"]: row["status"] for row in found.indicators}
    of_any_unit = of_people(found.targets, replace(shown, unit=None))
    sections = portfolios(shown.by, targets, statuses, of_people(year.reports, shown), joint_among=of_any_unit)
    return [_tallies(sections, shown), _targets(sections, year.judged, shown), _reports(sections, shown)]


def _who(section: Portfolio, shown: Shown) -> str:
    return section.name or units.NOBODY[shown.by]


def _who_column(shown: Shown) -> Column:
    return Column(units.PEOPLE[shown.by], 30)


def _tallies(sections: Sequence[Portfolio], shown: Shown) -> Table:
    """How many indicators stand where, as officials count them, and how many reports came when."""
    counts = (words.COLUMN_LED, words.COLUMN_JOINT, words.COLUMN_REACHED, words.COLUMN_MISSED, words.COLUMN_UNJUDGED)
    reports = tuple(words.COLUMN_REPORTS.format(state=units.REPORT_STATES[state]) for state in REPORT_STATES)
    columns = (_who_column(shown), *(Column(heading, _COUNT_WIDTH, Kind.NUMBER) for heading in (*counts, *reports)))
    rows: list[list[Content]] = [
        [
            _who(section, shown), len(section.led), len(section.joint), section.tally.reached, section.tally.missed,
            section.tally.unjudged, *reports_by_state(section.reports).values(),
        ]
        for section in sections
    ]  # fmt: skip
    title = words.TALLIES_TITLE.format(period=shown.period_text, year=shown.period.year)
    return Table(words.TALLIES, title, columns, rows, (words.TALLIES_NOTE, units.NOT_GRADED), kept=1)


def _targets(sections: Sequence[Portfolio], judged: Judged, shown: Shown) -> Table:
    year = quarters(shown.period.year)
    columns = (
        _who_column(shown), Column(words.COLUMN_ROLE, 12), NUMBER_COLUMN, NAME_COLUMN, UNIT_COLUMN,
        Column(screens.GOAL, 26), STATUS_COLUMN, number_column(screens.COLUMN_ACTUAL),
        Column(words.COLUMN_WHAT_VALUE, 22), number_column(words.COLUMN_DISTANCE),
        *(Column(str(period_of(quarter.code)), 16) for quarter in year),
    )  # fmt: skip
    rows = [
        [_who(section, shown), role, *_target_row(row, judged, year, shown)]
        for section in sections
        for role, members in ((words.LEADS if shown.by == "unit" else None, section.led), (words.JOINS, section.joint))
        for row in members
    ]
    notes = (words.scenario_note_vi(shown.scenarios[shown.scenario]), words.DISTANCE_NOTE)
    return Table(words.UNITS_TARGETS, words.UNITS_TARGETS_TITLE, columns, rows, notes, kept=4)


def _target_row(row: Row, judged: Judged, year: Sequence[Period], shown: Shown) -> list[Content]:
    of_target = judged.get(row["target"], {})
    begun = [of_target.get(quarter.code) if quarter.starts_on() <= shown.today else None for quarter in year]
    return [
        row["target"], row["name_vi"], row["unit"], goal_line(row), status_of(row["status"]), *_value(row, shown),
        distance_of(row, row["distance"]), *(status_of(one["status"]) if one else None for one in begun),
    ]  # fmt: skip


def _value(row: Row, shown: Shown) -> tuple[Content, Content]:
    """What is judged, with what kind of a value that is; nothing where the period has none."""
    mean = judged_mean(row, shown)
    if mean is not None and row["compared_value"] is not None:
        return value_of(row, row["compared_value"]), mean
    return value_of(row, row["actual_value"]), screens.ESTIMATE_NOTE if row["estimate"] else None


def _reports(sections: Sequence[Portfolio], shown: Shown) -> Table:
    columns = (
        _who_column(shown), Column(units.COLUMN_MEASURE, 50), Column(evidence.DUE_PERIOD, 18),
        Column(evidence.DEADLINE, 12, Kind.DATE), Column(evidence.RECORDED, 12, Kind.DATE), Column(evidence.STATE, 20),
        Column(words.COLUMN_ESTIMATE, 8), Column(evidence.LATE_DAYS, 14, Kind.NUMBER),
    )  # fmt: skip
    rows = [[_who(section, shown), *_report_row(row)] for section in sections for row in section.reports]
    return Table(words.REPORTS, units.REPORTS_OF.format(year=shown.period.year), columns, rows, kept=2)


def _report_row(row: Row) -> list[Content]:
    return [
        row["measure_name_vi"], period_of(row["period"]), row["deadline_on"], row["recorded_on"],
        evidence.REPORT_STATES[row["state"]], estimate_of(row["estimate"]), row["late_days"],
    ]  # fmt: skip
