-- Purpose: the status of every indicator of a commune in a period. Grain: one row an indicator, in the plan's order.
-- Parameters: commune, period, as_of (UTC), scenario. Columns: sql/views/71_indicator_status.sql.
with targets as (from judged([$commune], [$period], $as_of, $scenario))

select * from indicator_status('targets') order by ordinal
