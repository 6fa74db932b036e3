"""Who answers for what: the targets of each lead unit, directing leader and officer, and their reports of a year.

Nobody is graded: statuses and days, as they are, no score and no rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from indicators.periods import Period, all_periods, quarters
from indicators.store import Store
from indicators.wording.statuses import Tally, tally

Row = Mapping[str, Any]
#: Target → period → judged row.
Judged = Mapping[str, Mapping[str, Row]]

#: What can be asked by → the column of the rows that says who.
COLUMNS = {"unit": "lead_unit", "leader": "directing_leader", "officer": "officer"}

#: Of a report: sent by its deadline, after it, not sent by it, not due yet.
REPORT_STATES = ("on_time", "late", "missing", "not_yet_due")

_BETWEEN_UNITS = re.compile(r"\s*[;,|\n]\s*")


@dataclass(frozen=True)
class Portfolio:
    """What one unit, leader or officer answers for. `name`: '' for what nobody is entered for; `led` and `joint`:
    judged rows, in the plan's order; `tally`: of the indicators that have a target in `led`; `reports`: one row a
    measure and period, in the plan's order and then in time."""

    name: str
    led: list[Row]
    joint: list[Row]
    tally: Tally
    reports: list[Row]


def portfolios(
    by: str,
    targets: Sequence[Row],
    statuses: Mapping[str, str],
    reports: Iterable[Row],
    *,
    joint_among: Sequence[Row] | None = None,
) -> list[Portfolio]:
    """One for each who leads (`by`: unit, leader, officer), in the plan's order, what nobody is entered for last.
    `targets`: judged rows; `statuses`: indicator → status; `reports`: rows of `reports_of_year`; `joint_among`: the
    rows among which are those worked on jointly, where `targets` are only some."""
    column, reports = COLUMNS[by], list(reports)
    names = sorted(dict.fromkeys(row[column] for row in targets), key=lambda name: name == "")
    return [
        Portfolio(
            name,
            led := [row for row in targets if row[column] == name],
            [row for row in joint_among or targets if by == "unit" and works_jointly(row, name)],
            tally_of(led, statuses),
            one_a_measure(row for row in reports if row[column] == name),
        )
        for name in names
    ]


def works_jointly(row: Row, unit: str) -> bool:
    """Whether the unit is among the target's joint units, which are written one after the other: 'A; B' or 'A, B'."""
    return bool(unit) and (unit == row["joint_units"].strip() or unit in joint_units(row))


def joint_units(row: Row) -> list[str]:
    """The target's joint units, one by one."""
    return [name for name in _BETWEEN_UNITS.split(row["joint_units"].strip()) if name]


def tally_of(targets: Iterable[Row], statuses: Mapping[str, str]) -> Tally:
    """The indicators that have one of these targets, as officials count them."""
    return tally(statuses[indicator] for indicator in dict.fromkeys(row["indicator"] for row in targets))


def one_a_measure(reports: Iterable[Row]) -> list[Row]:
    """The reports without those that another target on the same measure asks for too."""
    return list({(row["measure"], row["period"]): row for row in reports}.values())


def reports_by_state(reports: Sequence[Row]) -> dict[str, int]:
    """How many reports are in each of REPORT_STATES."""
    return {state: sum(row["state"] == state for row in reports) for state in REPORT_STATES}


def year_ends(year: int) -> list[str]:
    """The periods at whose ends a year is looked at: its quarters, then the year itself."""
    return [*(quarter.code for quarter in quarters(year)), Period(year).code]


def judged_in_year(store: Store, commune: str, year: int, as_of: datetime, scenario: str = "floor") -> Judged:
    """Target → period of `year_ends` → judged row, with term_goal, term_stretch, plan_name_vi, document_number and
    document_date of the version that judges; a target that a version does not have lacks its periods (design,
    section 3)."""
    rows = store.rows("units_judged", commune=commune, periods=year_ends(year), as_of=as_of, scenario=scenario)
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        found.setdefault(row["target"], {})[row["period"]] = row
    return found


def reports_of_year(store: Store, commune: str, year: int, as_of: datetime) -> list[Row]:
    """A row a target and period at whose end a report is due in the year: when the first one that stands came in
    (`recorded_on`, a day in Vietnam), `state` of REPORT_STATES and `late_days`; the columns of reports_of_year.sql. The
    deadline's day is in time; what was withdrawn does not count (design, section 4)."""
    periods = [period.code for period in all_periods() if period.year == year]
    return list(store.rows("reports_of_year", commune=commune, periods=periods, as_of=as_of))


def remarks_of_year(store: Store, commune: str, year: int, as_of: datetime) -> list[Row]:
    """The words of the year's reports, and the decisions of earlier ones: measure, period, kind, text_vi, in time."""
    return list(store.rows("units_remarks", commune=commune, year=year, as_of=as_of))
