"""The đường găng of a year: every milestone beside what was reached (design, sections 3 and 4). All from SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from indicators.catalogue import Scenario
from indicators.periods import all_periods
from indicators.store import Row, Store


def periods_of_year(year: int) -> list[str]:
    """The codes of a year's months, quarters, halves, nine months and the year; empty for a year without periods."""
    return [period.code for period in all_periods() if period.year == year]


def milestones_of_year(
    store: Store, commune: str, year: int, as_of: datetime, scenario: str = Scenario.FLOOR
) -> list[Row]:
    """A row a target and period of the year, target by target in the plan's order and each in time: the columns of
    sql/queries/milestones.sql. planned_value is the milestone as judged against, in the target's unit, None where there
    is none; what was reached and the status are None before the period begins (design, section 3), unless a value is
    recorded that ends then. After a target's last year its rows say what that year came to. Empty where the commune has
    no plan."""
    return store.rows("milestones", commune=commune, periods=periods_of_year(year), as_of=as_of, scenario=scenario)


@dataclass(frozen=True)
class TargetYear:
    """A target through a year. `head`: its row of the period that ends last, for its name, goal and people;
    `by_period`: period's code → its row, in time."""

    head: Row
    by_period: dict[str, Row]

    @property
    def has_ended(self) -> bool:
        """The target's last year lies before this one."""
        return bool(self.head["year"] > self.head["last_year"])

    @property
    def latest(self) -> Row | None:
        """The row of the latest period with a value of its own, of those that end together the longest."""
        return next((row for row in reversed(self.by_period.values()) if row["is_said_then"]), None)


def by_target(rows: Iterable[Row]) -> list[TargetYear]:
    """The rows of `milestones_of_year`, target by target."""
    found = []
    for _, members in groupby(rows, lambda row: row["target"]):
        by_period = {row["period"]: row for row in members}
        found.append(TargetYear(list(by_period.values())[-1], by_period))
    return found


def versions_of_year(rows: Iterable[Row]) -> list[Row]:
    """A row of each plan version that judges a period of the year, the first to judge first: plan, plan_name_vi,
    document_number, document_date, valid_from."""
    in_time = sorted(rows, key=lambda row: row["end_month"])
    return list({row["plan"]: row for row in reversed(in_time)}.values())[::-1]
