-- Purpose: what each unit has to report at the end of each period, and which of it has not come.
-- Grain: one row a unit and period with a deadline from first_on to last_on, by deadline and then in the plan's order.
-- Parameters: commune; first_on, last_on, days; on_day, the Vietnamese day of the question; as_of, timestamp in UTC.
-- Columns: lead_unit ('': nobody is entered), period, end_month, deadline_on;
--   late_days     days from the deadline to on_day, negative before it
--   due_count     reports (measures) that are due; a measure that two targets judge is one
--   came_count    how many of them came by as_of
--   asked         all of them, a target each: {target, measure, name_vi of the target, measure_name_vi, officer}, in the
--                 plan's order
--   missing       those that have not come, alike; empty where all came
--   provisional   those of which only provisional figures came, alike
with periods as (
    select list(period) as asked from period where deadline_on between $first_on and $last_on
),

due as materialized (
    from report_due($commune, (select coalesce(asked, []) from periods), $on_day::date, $as_of)
),

named as (
    select
        *,
        {
            target: target, measure: measure, name_vi: target_name_vi, measure_name_vi: measure_name_vi,
            officer: officer
        } as said
    from due
),

final as (
    select
        lead_unit, period, end_month, deadline_on, $on_day::date - deadline_on as late_days,
        count(distinct measure) as due_count,
        count(distinct measure) filter (recorded_on is not null) as came_count,
        list(said order by ordinal) as asked,
        coalesce(list(said order by ordinal) filter (recorded_on is null), []) as missing,
        coalesce(list(said order by ordinal) filter (provisional), []) as provisional,
        min(ordinal) as first_ordinal
    from named
    group by lead_unit, period, end_month, deadline_on
    order by deadline_on, end_month, lead_unit = '', first_ordinal, lead_unit
)

select * exclude (first_ordinal) from final
