-- Purpose: the scenarios of the office's own in the plan version that judges a period, as known at a moment.
-- Grain: one row a scenario, in the plan's order. Parameters: commune, period, as_of (UTC).
-- Columns: those of kpi.scenario.
with plans as materialized (from plan_known([$commune], $as_of)),

asked as (from plan_in_force('plans', [$period]))

select scenario.*
from kpi.scenario as scenario
inner join asked using (commune, plan)
order by scenario.ordinal
