-- Purpose: the path of a target through several periods, each under the plan version that judges it.
-- Grain: one row a period, in time. Parameters: commune, target, periods (list), as_of (UTC).
-- Columns: floor_value, stretch_value before rounding; floor_milestone, stretch_milestone as judged against, at four
--   decimals; null where there is none. In the target's unit (sql/views/52_path.sql).
with known as materialized (from value_at([$commune], $periods, $as_of)),

lines as materialized (select * from target_line([$commune], $as_of, 'known') where target = $target),

asked as (from plan_in_force([$commune], $periods, $as_of))

select
    path.period, path.end_month, path.year, path.plan, path.floor_value, path.stretch_value,
    at_four(path.floor_milestone) as floor_milestone, at_four(path.stretch_milestone) as stretch_milestone
from path('lines', $periods) as path
inner join asked using (commune, plan, period)
order by path.end_month
