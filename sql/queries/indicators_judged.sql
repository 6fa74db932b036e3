-- Purpose: the status of every indicator of a commune in a period. Grain: one row an indicator, in the plan's order.
-- Parameters: commune, period, as_of (UTC), scenario. Columns: sql/views/71_judged_indicator.sql.
select * from judged_indicator([$commune], [$period], $as_of, $scenario) order by ordinal
