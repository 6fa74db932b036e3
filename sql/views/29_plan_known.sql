-- Purpose: the versions of the plans known as of a moment, and when they hand over to one another. Of versions that hold
--          from the same day only the newest counts.
-- Grain: one row a commune and version. Parameters: communes, list; as_of, timestamp in UTC.
-- Columns: those of kpi.plan that judge; earlier_plan, the version before (null: none); takeover_month, the last month
--   that had ended when this one took over; handover_month, when the next does (null: never); months since year 0.
create or replace macro plan_known(communes, as_of) as table (
    with newest as (
        select commune, plan, valid_from, baseline_year
        from kpi.plan
        where recorded_at <= as_of and commune in (select unnest(communes))
        qualify row_number() over (partition by commune, valid_from order by plan desc) = 1
    ),

    placed as (
        select newest.*, month.end_month as takeover_month
        from newest
        asof left join (select ends_on, end_month from period where kind = 'month') as month
            on month.ends_on < newest.valid_from
    ),

    final as (
        select
            *,
            lag(plan) over (partition by commune order by valid_from) as earlier_plan,
            lead(takeover_month) over (partition by commune order by valid_from) as handover_month
        from placed
    )

    select * from final
)
