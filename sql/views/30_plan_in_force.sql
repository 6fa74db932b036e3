-- Purpose: the plan version that judges each period: among those known as of a moment, the one in force on the
--          period's last day; where none is in force that early, the first to come (nothing is due under it yet).
-- Grain: one row a commune and period, none for a commune without a plan.
-- Parameters: plans, the name of a relation made by plan_known; periods, list.
-- Columns: plan (the version), in_force (false where it is still to come), year of the period.
create or replace macro plan_in_force(plans, periods) as table (
    with final as (
        select
            known.commune, period.period, period.year, known.plan, known.valid_from <= period.ends_on as in_force
        from query_table(plans) as known
        cross join period
        where period.period in (select unnest(periods))
        qualify row_number() over (
            partition by known.commune, period.period
            order by in_force desc, case when in_force then known.valid_from end desc, known.valid_from
        ) = 1
    )

    select * from final
)
