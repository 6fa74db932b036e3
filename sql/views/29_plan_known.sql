-- Purpose: the versions of the plans known as of a moment, and when they hand over to one another. Of versions that take
--          over in the same month only the last counts: no period ends between them.
-- Grain: one row a commune and version. Parameters: communes, list; as_of, timestamp in UTC.
-- Columns: those of kpi.plan that judge; earlier_plan, the version before (null: none); takeover_month, the last month
--   that had ended when this one took over; handover_month, when the next does (null: never); months since year 0.
create or replace macro plan_known(communes, as_of) as table (
    with placed as (
        select plan.commune, plan.plan, plan.valid_from, plan.baseline_year, month.end_month as takeover_month
        from kpi.plan as plan
        asof left join (select ends_on, end_month from period where kind = 'month') as month
            on month.ends_on < plan.valid_from
        where plan.recorded_at <= as_of and plan.commune in (select unnest(communes))
    ),

    newest as (
        select *
        from placed
        qualify row_number() over (
            partition by commune, takeover_month order by valid_from desc, plan desc
        ) = 1
    ),

    final as (
        select
            *,
            lag(plan) over (partition by commune order by valid_from) as earlier_plan,
            lead(takeover_month) over (partition by commune order by valid_from) as handover_month
        from newest
    )

    select * from final
)
