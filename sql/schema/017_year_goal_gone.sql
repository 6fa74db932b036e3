-- Purpose: kpi.year_goal lives on in kpi.assigned_goal.
drop table kpi.year_goal
