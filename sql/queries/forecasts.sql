-- Purpose: what is to be expected of every target of a commune, and what it takes. Grain: a target, in the plan's order.
-- Parameters: commune, period, as_of (UTC), scenario. Columns: sql/views/92_forecast.sql.
select
    target, measure, name_vi, unit, decimals, bound, horizon, first_year, last_year, goal, forecast_period, expected,
    low, high, meets_goal, met_period, needed, needed_per, points, reason
from forecast([$commune], [$period], $as_of, $scenario)
order by ordinal
