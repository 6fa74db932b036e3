-- Purpose: the scenarios of the office's own in a plan version, in the plan's order. Grain: one row a scenario.
-- Parameters: commune, plan.
select * from kpi.scenario where commune = $commune and plan = $plan order by ordinal
