-- Purpose: the targets that a plan version retired. Grain: one row a target. Parameters: commune, plan.
select * from kpi.retirement where commune = $commune and plan = $plan order by target
