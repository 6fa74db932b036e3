-- Purpose: how far every target of a commune has come in a period. Grain: one row a target, in the plan's order.
-- Parameters: commune, period, as_of (UTC), scenario. Columns: sql/views/70_judged.sql.
select * from judged([$commune], [$period], $as_of, $scenario) order by ordinal
