"""What is to be expected of a commune's targets, and what it takes to reach them. Every number comes out of SQL
(sql/views/80_* to 92_*)."""

from __future__ import annotations

from datetime import datetime

from indicators.catalogue import Scenario
from indicators.store import Row, Store


def forecasts(store: Store, commune: str, period: str, as_of: datetime, scenario: str = Scenario.FLOOR) -> list[Row]:
    """A row a target in the plan's order, from what was known at `as_of` (UTC, without its zone) up to the period.

    What it is about: target, measure, name_vi, unit, decimals, bound, horizon, first_year, last_year, goal (the one of
    the scenario that the forecast is held against; `between`: the lower edge), forecast_period (the year whose end is
    forecast, of an average the horizon's last). The forecast: expected with low and high, its 80% interval, meets_goal,
    met_period (code of the period by whose end the goal would be met, None: not by 2030), points (the values it rests
    on), reason (a code of wording.forecasts where there is no forecast, else None). What it takes: needed, every
    needed_per that remains (`year`, `quarter`, `month`). Values are Decimal with four places, in the row's unit.
    Empty where the commune has no plan (design, section 3).
    """
    return store.rows("forecasts", commune=commune, period=period, as_of=as_of, scenario=scenario)
