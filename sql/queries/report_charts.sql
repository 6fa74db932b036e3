-- Purpose: what the charts of a report draw of every target along time: its path and what was reached.
-- Grain: one row a target of the version that judges the period, but no yes/no, and a period of `periods`, in the plan's
--        order, then in time. Parameters: commune, period, periods (list), as_of (UTC), scenario.
-- Columns: in the target's unit,
--   floor_milestone, stretch_milestone, own_milestone   as judged against, at four decimals, each period under the
--                      version that judges it; null where there is none (54_path.sql)
--   value, estimate    of the measure, from a period that ends then; null after `period`
with plans as materialized (from plan_known([$commune], $as_of)),

known as materialized (from value_at([$commune], $periods, $as_of)),

lines as materialized (select * from target_line('plans', 'known', $as_of) where bound <> 'achieved'),

goals as materialized (from year_goal('lines')),

starts as materialized (from path_start('lines', 'goals')),

asked as materialized (from plan_in_force('plans', list_append($periods, $period))),

paths as (
    select path.target, path.period, path.floor_milestone, path.stretch_milestone, path.own_milestone
    from path('lines', 'goals', 'starts', $periods, $scenario) as path
    inner join asked using (commune, plan, period)
),

drawn as (
    select
        lines.ordinal, lines.target, lines.measure, period.period, period.end_month,
        period.end_month <= max(period.end_month) filter (period.period = $period) over () as has_come
    from lines
    inner join (select commune, plan from asked where period = $period) as judging using (commune, plan)
    cross join period
    where period.period in (select unnest(list_append($periods, $period)))
)

select
    drawn.target, drawn.period, at_four(paths.floor_milestone) as floor_milestone,
    at_four(paths.stretch_milestone) as stretch_milestone, at_four(paths.own_milestone) as own_milestone,
    known.value, known.estimate
from drawn
left join paths using (target, period)
left join known
    on known.measure = drawn.measure and known.period = drawn.period and known.at_end and drawn.has_come
where drawn.period in (select unnest($periods))
order by drawn.ordinal, drawn.end_month
