-- Purpose: where a target stands in a period against every scenario that has a milestone then (kịch bản), and the one it
--          is travelling under: the most demanding whose milestone it reaches.
-- Grain: one row a scenario, the least demanding first; none for a yes/no, for `between` and where nothing is planned.
-- Parameters: commune, target, period, as_of (UTC).
-- Columns, values in the target's unit:
--   scenario              floor, stretch or one of the office's own, with its name_vi and sector_vi (of the first two '')
--   planned_value         the milestone as judged; distance from it, positive when better, null without an actual
--   reached               the bound holds against it, false without an actual
--   followed              the one travelled under; next_above, the least demanding of those not reached
with target as materialized (
    select
        commune, plan, target, bound, decimals, by_mean, planned_value, stretch_value, compared_value,
        case when bound in ('at_most', 'below') then -1 else 1 end as upward,
        case when asked.year > last_year then last_year::varchar else asked.period end as judged_period
    from judged([$commune], [$period], $as_of, 'floor') as judged
    inner join period as asked using (period)
    where target = $target and bound not in ('achieved', 'between')
),

said as (
    select 'floor' as scenario, -2 as ordinal, '' as name_vi, '' as sector_vi, planned_value from target

    union all

    select 'stretch', -1, '', '', stretch_value from target

    union all

    select
        own.scenario, own.ordinal, own.name_vi, own.sector_vi,
        at_four(case when target.decimals = 0 then in_favour(own.value, target.upward < 0) else own.value end)
    from target
    inner join scenario_value([$commune], [$period]) as own
        on own.commune = target.commune and own.plan = target.plan and own.target = target.target
        and own.period = target.judged_period and not target.by_mean
),

compared as (
    select
        said.*, target.upward * (target.compared_value - said.planned_value) as distance,
        target.upward * said.planned_value as demand,
        coalesce(case when target.bound in ('below', 'above') then distance > 0 else distance >= 0 end, false)
            as reached
    from said
    cross join target
    where said.planned_value is not null
)

select
    scenario, name_vi, sector_vi, planned_value, distance, reached,
    reached and row_number() over (partition by reached order by demand desc, ordinal) = 1 as followed,
    distance is not null and not reached and row_number() over (partition by reached order by demand, ordinal) = 1
        as next_above
from compared
order by demand, ordinal
