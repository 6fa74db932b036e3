"""What the store knows of a report's period, read once: the lines, the remarks, the forecasts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from indicators import errors
from indicators.drawing.figures import is_yes_no
from indicators.drawing.shown import Shown
from indicators.forecasts import forecasts
from indicators.moments import to_local
from indicators.periods import LENGTH_MONTHS, Kind, Period, parse_period
from indicators.progress import latest_period_with_data, scenarios_in_force
from indicators.reports.model import Asked, Occasion
from indicators.store import Row, Store
from indicators.units import joint_units, works_jointly

#: What looks ahead, and takes up the remarks of more than the period that ends.
_OF_TERM = (Occasion.MIDTERM, Occasion.TERM)
_LONG = (Kind.HALF, Kind.NINE_MONTHS, Kind.YEAR)


@dataclass(frozen=True)
class Facts:
    """`led`: the lines reported, of a unit those it leads; `joint`: those it works on jointly; `remarks`: rows of
    report_remarks.sql; `forecasts`: target → row of forecasts.forecasts, where the occasion looks ahead; `scenarios`:
    those of the office's own, as progress.scenarios_in_force gives them."""

    asked: Asked
    commune_name_vi: str
    led: Sequence[Row]
    joint: Sequence[Row]
    remarks: Sequence[Row]
    forecasts: dict[str, Row]
    scenarios: Sequence[Row]

    @property
    def rows(self) -> list[Row]:
        return [*self.led, *self.joint]

    @cached_property
    def indicator_statuses(self) -> dict[str, str]:
        """Indicator → status, of those with a line among `led`."""
        return {row["indicator"]: row["indicator_status"] for row in self.led}

    def shown(self, row: Mapping[str, Any]) -> Shown:
        """The view in which a sentence is made of a line: at the period of its value, which after the target's end is
        its last year; of a yes or no the latest word counts."""
        period = self.asked.period
        if period.year > row["last_year"] and not is_yes_no(row):
            period = Period(row["last_year"])
        today = to_local(self.asked.as_of).date()
        return Shown(self.asked.commune, {}, period, None, self.asked.scenario, "plan", row["baseline_year"], today)


def facts_of(store: Store, asked: Asked) -> Facts:
    """`asked.unit` as the plan writes it. Raises PlanMissing, PeriodEmpty where nothing was reported of the period,
    UnitUnknown."""
    names = {row["commune"]: row["name_vi"] for row in store.rows("communes")}
    about = {"commune": asked.commune, "as_of": asked.as_of}
    rows = store.rows("report_lines", **about, period=asked.period.code, scenario=asked.scenario)
    if not rows:
        raise errors.PlanMissing(asked.commune, names.get(asked.commune, asked.commune))
    asked = replace(asked, unit=_unit_of(rows, asked.unit))
    if not any(_is_of_period(row, asked.period) for row in rows):
        raise errors.PeriodEmpty(asked.period.code, latest_period_with_data(store, asked.commune, asked.as_of))
    first, last = _months_of_remarks(asked, min(row["baseline_year"] for row in rows) + 1)
    return Facts(
        asked, names[asked.commune], *_led_and_joint(rows, asked),
        store.rows("report_remarks", **about, first_month=first, last_month=last),
        _forecasts(store, asked),
        scenarios_in_force(store, asked.commune, asked.period.code, asked.as_of),
    )  # fmt: skip


def units_known(rows: Iterable[Row]) -> list[str]:
    """The lead units in the plan's order, then those that only work jointly."""
    rows = list(rows)
    named = [row["lead_unit"] for row in rows] + [name for row in rows for name in joint_units(row)]
    return list(dict.fromkeys(name for name in named if name))


def _unit_of(rows: Sequence[Row], unit: str | None) -> str | None:
    """The unit's name as the plan writes it. Raises UnitUnknown."""
    known = units_known(rows)
    named = {_plain(name): name for name in reversed(known)}
    if unit is not None and _plain(unit) not in named:
        raise errors.UnitUnknown(unit, known)
    return None if unit is None else named[_plain(unit)]


def _led_and_joint(rows: list[Row], asked: Asked) -> tuple[list[Row], list[Row]]:
    unit, of_group = asked.unit, [row for row in rows if asked.group_vi in (None, row["group_vi"])]
    if unit is None:
        return of_group, []
    joint = [row for row in of_group if row["lead_unit"] != unit and works_jointly(row, unit)]
    return [row for row in of_group if row["lead_unit"] == unit], joint if asked.with_joint else []


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _is_of_period(row: Row, period: Period) -> bool:
    """Whether its value was said of the period itself: what was recognised earlier is no report of it."""
    return row["actual_period"] is not None and parse_period(row["actual_period"]).ends_with(period)


def _months_of_remarks(asked: Asked, first_year: int) -> tuple[int, int]:
    """The months (since year 0) in which the periods end whose remarks are taken up: that of the period, or of all
    periods within it where it is a long one."""
    last = asked.period.end_month
    if asked.occasion in _OF_TERM:
        return first_year * 12 + 1, last
    if asked.occasion is Occasion.YEAR:
        return asked.period.year * 12 + 1, last
    return last - (LENGTH_MONTHS[asked.period.kind] if asked.period.kind in _LONG else 1) + 1, last


def _forecasts(store: Store, asked: Asked) -> dict[str, Row]:
    if asked.occasion is Occasion.PERIOD:
        return {}
    rows = forecasts(store, asked.commune, asked.period.code, asked.as_of, asked.scenario)
    return {row["target"]: row for row in rows}
