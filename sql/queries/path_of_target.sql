-- Purpose: the path of a target through several periods, each under the plan version that judges it.
-- Grain: one row a period, in time. Parameters: commune, target, periods (list), as_of (UTC), scenario.
-- Columns: plan, the version, and is_fixed, that it fixed the floor; floor_value, stretch_value, own_value before
--   rounding, the last of a scenario of the office's own that was asked for; floor_milestone, stretch_milestone,
--   own_milestone as judged against, at four decimals; null where there is none. In the target's unit
--   (sql/views/54_path.sql).
with plans as materialized (from plan_known([$commune], $as_of)),

known as materialized (from value_at([$commune], $periods, $as_of)),

lines as materialized (select * from target_line('plans', 'known', $as_of) where target = $target),

goals as materialized (from year_goal('lines')),

starts as materialized (from path_start('lines', 'goals')),

asked as (from plan_in_force('plans', $periods))

select
    path.period, path.end_month, path.year, path.plan, path.is_fixed, path.floor_value, path.stretch_value,
    path.own_value::double as own_value, at_four(path.floor_milestone) as floor_milestone,
    at_four(path.stretch_milestone) as stretch_milestone, at_four(path.own_milestone) as own_milestone
from path('lines', 'goals', 'starts', $periods, $scenario) as path
inner join asked using (commune, plan, period)
order by path.end_month
