-- Purpose: the path of a plan version at the ends of periods, as the plan fixed it or as derived (sql/views/54_path.sql).
-- Grain: one row a target and period, none where the version has no path there.
-- Parameters: commune, plan; periods, list; as_of, timestamp in UTC.
-- Columns: path_kind; floor_value, stretch_value in the target's unit at four decimals, null where there is none;
--   is_fixed, the plan fixed the floor's; at_horizon, it is judged for good then.
with plans as materialized (from plan_known([$commune], $as_of)),

known as materialized (from value_at([$commune], $periods, $as_of)),

lines as materialized (from target_line('plans', 'known', $as_of)),

goals as materialized (from year_goal('lines')),

starts as materialized (from path_start('lines', 'goals')),

paths as (from path('lines', 'goals', 'starts', $periods, 'floor'))

select
    target, period, end_month, path_kind, at_horizon, is_fixed,
    at_four(floor_value) as floor_value, at_four(stretch_value) as stretch_value
from paths
where plan = $plan and period in (select unnest($periods)) and (floor_value is not null or stretch_value is not null)
order by target, end_month, period
