-- Purpose: the status of every indicator: the worst among its targets (design, section 3).
-- Grain: one row a commune, period and indicator.
-- Parameters: communes and periods, lists; as_of, timestamp in UTC; scenario, floor or stretch.
-- Columns: ordinal and group_vi of its first target; status; deciding_target, the first target that has that status.
-- What is not due or suspended counts only where there is nothing else; while a target is not due yet, an indicator
-- whose other targets are all met is on its way, not met.
create or replace macro judged_indicator(communes, periods, as_of, scenario) as table (
    with ranked as (
        select
            *,
            list_position(
                [
                    'not_met', 'off_track', 'no_report', 'behind', 'no_baseline', 'on_track', 'exceeded', 'met',
                    'met_exceeded', 'not_due', 'suspended'
                ],
                status
            ) as rank
        from judged(communes, periods, as_of, scenario)
    ),

    worst as (
        select
            commune, period, indicator, min(ordinal) as ordinal, min_by(group_vi, ordinal) as group_vi,
            min_by(status, rank * 1000 + ordinal) as status,
            min_by(target, rank * 1000 + ordinal) as deciding_target,
            bool_or(status = 'not_due') as has_not_due
        from ranked
        group by commune, period, indicator
    ),

    final as (
        select
            commune, period, indicator, ordinal, group_vi,
            case when has_not_due and status in ('met', 'met_exceeded') then 'on_track' else status end as status,
            deciding_target
        from worst
    )

    select * from final
)
