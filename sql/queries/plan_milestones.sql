-- Purpose: the milestones a plan version fixed. Grain: one row a target, scenario and period.
-- Parameters: commune, plan.
select * from kpi.milestone where commune = $commune and plan = $plan order by target, scenario, period
