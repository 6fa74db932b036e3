-- Purpose: the draft with every stretch as long as its judgement stayed the same.
-- Grain: that of kpi.judgement.
create or replace temp table judgement_anew as
with said as (
    select
        *,
        row(plan, indicator, measure, actual_value, planned_value, distance, status, is_final) as says,
        lag(says) over following is not distinct from says and lag(to_at) over following = from_at as goes_on
    from temp.judgement_draft
    window following as (partition by commune, target, period order by from_at)
),

numbered as (
    select
        * exclude (says, goes_on),
        count(*) filter (not goes_on or goes_on is null) over (
            partition by commune, target, period order by from_at
        ) as stretch
    from said
),

final as (
    select
        kind, commune, target, period, min(from_at) as from_at, max(to_at) as to_at, plan, indicator, measure, actual_value,
        planned_value, distance, status, is_final
    from numbered
    group by
        kind, commune, target, period, stretch, plan, indicator, measure, actual_value, planned_value, distance, status,
        is_final
)

from final
