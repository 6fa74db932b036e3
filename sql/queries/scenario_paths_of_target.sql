-- Purpose: the paths of the office's own scenarios for a target, each period under the plan version that judges it.
-- Grain: one row a scenario and period that has a value, in the plan's order, in time.
-- Parameters: commune, target, periods (list), as_of (UTC).
-- Columns: scenario with its name_vi and sector_vi; period, plan; value in the target's unit.
with plans as materialized (from plan_known([$commune], $as_of)),

asked as (from plan_in_force('plans', $periods))

select own.scenario, own.name_vi, own.sector_vi, own.period, own.plan, own.value
from scenario_value([$commune], $periods) as own
inner join asked using (commune, plan, period)
where own.target = $target
order by own.ordinal, own.scenario, own.end_month
