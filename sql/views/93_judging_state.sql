-- Purpose: between which moments the paths of a commune stayed as they were: what was recorded in between are values
--          of periods after the baseline.
-- Grain: one row a commune and state, from its first plan or measure on. Parameter: communes, list.
-- Columns: state_from, state_to (exclusive), in UTC.
create or replace macro judging_state(communes) as table (
    with baseline_upload as (
        select distinct observation.commune, observation.upload
        from kpi.observation as observation
        inner join period on period.period = observation.period and period.last_month = 12
        inner join (
            select distinct commune, baseline_year from kpi.plan where commune in (select unnest(communes))
        ) as plan on plan.commune = observation.commune and plan.baseline_year = period.year
        where observation.commune between list_min(communes) and list_max(communes)
    ),

    change as (
        select commune, recorded_at as state_from from kpi.plan
        union
        select commune, recorded_at from kpi.measure
        union
        select commune, recorded_at from baseline_upload inner join kpi.upload using (commune, upload)
        union
        select commune, withdrawn_at from baseline_upload inner join kpi.withdrawal using (commune, upload)
    ),

    final as (
        select
            commune, state_from,
            lead(state_from, 1, timestamp '9999-12-31 23:59:59') over (partition by commune order by state_from) as state_to
        from change
        where commune in (select unnest(communes))
    )

    select * from final
)
