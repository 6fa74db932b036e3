-- Purpose: the paces of a plan version. Grain: one row a target and month. Parameters: commune, plan.
select * from kpi.pace where commune = $commune and plan = $plan order by target, month
