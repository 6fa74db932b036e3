-- Purpose: the status of every indicator: the worst among its targets (design, section 3).
-- Grain: one row a commune, period and indicator.
-- Parameter: judged_targets, the name of a relation made by judged.
-- Columns: ordinal and group_vi of its first target; status; deciding_target, the first target that is so.
-- What is not due or suspended counts only where there is nothing else; while a target is not due yet, an indicator
-- whose other targets are all met is on its way, not met.
create or replace macro indicator_status(judged_targets) as table (
    with ranked as (
        select
            commune, period, indicator, target, ordinal, group_vi, status,
            1000 * list_position(
                [
                    'not_met', 'off_track', 'no_report', 'behind', 'no_baseline', 'on_track', 'exceeded', 'met',
                    'met_exceeded', 'not_due', 'suspended'
                ],
                status
            ) + ordinal as rank
        from query_table(judged_targets)
    ),

    worst as (
        select
            commune, period, indicator, min(ordinal) as ordinal, min_by(group_vi, ordinal) as group_vi,
            min_by(status, rank) as status, min_by(target, rank) as deciding_target,
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
