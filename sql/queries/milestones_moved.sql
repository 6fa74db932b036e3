-- Purpose: the milestones that values of a sheet would move because they are the baseline of a derived path.
-- Grain: one row a target and period whose milestone becomes another.
-- Parameters: commune; periods, list of those asked for; as_of, timestamp in UTC; measures, said_periods, said_values,
--   lists of the same length: what the sheet says of periods that end a year.
-- Columns: target, name_vi, period; before, after, stretch_before, stretch_after: milestones as judged against, at four
--   decimals, in the target's unit; null where there is none.
with plans as materialized (from plan_known([$commune], $as_of)),

known as materialized (from value_at([$commune], $periods, $as_of)),

sheet as (
    select
        unnest($measures::varchar[]) as measure, unnest($said_periods::varchar[]) as period,
        unnest($said_values::decimal(18, 4)[]) as value
),

said as (
    select measure, period, value from sheet

    union all

    select measure, period, value
    from observation_standing($as_of)
    anti join sheet using (measure, period)
    where commune = $commune
),

known_after as materialized (
    select
        $commune as commune, said.measure, period.year::varchar as period,
        max_by(said.value, period.length_months) as value, true as at_end
    from said
    inner join period using (period)
    where period.last_month = 12
    group by said.measure, period.year
),

lines as materialized (from target_line('plans', 'known', $as_of)),

goals as materialized (from year_goal('lines')),

starts as materialized (from path_start('lines', 'goals')),

lines_after as materialized (from target_line('plans', 'known_after', $as_of)),

goals_after as materialized (from year_goal('lines_after')),

starts_after as materialized (from path_start('lines_after', 'goals_after')),

paths as materialized (from path('lines', 'goals', 'starts', $periods, 'floor')),

paths_after as materialized (from path('lines_after', 'goals_after', 'starts_after', $periods, 'floor')),

asked as (from plan_in_force('plans', $periods)),

final as (
    select
        path.target, line.name_vi, path.period,
        at_four(path.floor_milestone) as before, at_four(moved.floor_milestone) as after,
        at_four(path.stretch_milestone) as stretch_before, at_four(moved.stretch_milestone) as stretch_after
    from paths as path
    inner join asked using (commune, plan, period)
    inner join paths_after as moved using (commune, plan, target, period)
    inner join lines as line using (commune, plan, target)
    where at_four(path.floor_milestone) is distinct from at_four(moved.floor_milestone)
        or at_four(path.stretch_milestone) is distinct from at_four(moved.stretch_milestone)
    order by line.ordinal, path.target, path.end_month, path.period
)

select * from final
