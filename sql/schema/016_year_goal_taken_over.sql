-- Purpose: kpi.assigned_goal takes over what kpi.year_goal held; who had assigned it was not asked then.
insert into kpi.assigned_goal
select commune, plan, target, year, 'city', value, stretch
from kpi.year_goal
