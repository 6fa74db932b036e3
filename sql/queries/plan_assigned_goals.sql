-- Purpose: a plan version's goals for single years. Grain: one row a target, year and assigner.
-- Parameters: commune, plan.
select * from kpi.assigned_goal where commune = $commune and plan = $plan order by target, year, assigned_by
