-- Purpose: the path of a plan version at the ends of periods after it took over, as the plan fixed it or as derived
--          (sql/views/54_path.sql), and where the path starts.
-- Grain: one row a target and period, none where the version has no path there.
-- Parameters: commune, plan; periods, list; as_of, timestamp in UTC.
-- Columns: end_month of the period; floor_value, stretch_value in the target's unit at four decimals, null where there
--   is none; is_fixed, the plan fixed the floor's.
with plans as materialized (from plan_known([$commune], $as_of)),

known as materialized (from value_at([$commune], $periods, $as_of)),

lines as materialized (from target_line('plans', 'known', $as_of)),

goals as materialized (from year_goal('lines')),

starts as materialized (from path_start('lines', 'goals')),

paths as (from path('lines', 'goals', 'starts', $periods, 'floor')),

followed as (
    select path.target, path.period, path.end_month, path.is_fixed, path.floor_value, path.stretch_value
    from paths as path
    inner join plans using (commune, plan)
    where path.plan = $plan and path.end_month > coalesce(plans.takeover_month, 0)

    union all

    select start.target, period.period, period.end_month, false, start.from_floor, start.from_stretch
    from starts as start
    inner join period on period.kind = 'month' and period.end_month = start.from_month
    inner join plans using (commune, plan)
    where start.plan = $plan and period.end_month <= coalesce(plans.takeover_month, period.end_month)
)

select
    target, period, end_month, is_fixed, at_four(floor_value) as floor_value, at_four(stretch_value) as stretch_value
from followed
where period in (select unnest($periods)) and (floor_value is not null or stretch_value is not null)
order by target, end_month, period
