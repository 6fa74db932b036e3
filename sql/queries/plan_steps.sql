-- Purpose: the steps of a plan version. Grain: one row a target, scenario and date. Parameters: commune, plan.
select * from kpi.step where commune = $commune and plan = $plan order by target, scenario, on_date
