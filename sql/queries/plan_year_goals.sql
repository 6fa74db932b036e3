-- Purpose: a plan version's goals for single years. Grain: one row a target and year. Parameters: commune, plan.
select * from kpi.year_goal where commune = $commune and plan = $plan order by target, year
