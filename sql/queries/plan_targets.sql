-- Purpose: the targets of a plan version in the plan's order. Grain: one row a target. Parameters: commune, plan.
select * from kpi.target where commune = $commune and plan = $plan order by ordinal
