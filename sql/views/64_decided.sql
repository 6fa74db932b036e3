-- Purpose: the status of every target (design, section 3); the order of the cases is the order of deciding.
-- Grain: one row a commune, asked period and target. Parameter: measured, the name of a relation made by measured.
-- Columns: those of measured; status; is_final, the horizon has ended, the year has closed and the status says so.
create or replace macro decided(measured) as table (
    with compared as (
        select
            *,
            case when bound in ('below', 'above') then distance > 0 else distance >= 0 end as holds,
            case
                when bound = 'between' then false
                when by_own or by_stretch or stretch_value is null then distance > tolerance
                else upward * (compared_value - stretch_value) >= 0
            end as goes_beyond,
            at_horizon and year_closed and (horizon = 'each_year' or year = last_year) as at_end,
            whole_number and path_kind in ('linear', 'steps') and path_goal <> baseline_value and planned_value = baseline_value
                and compared_value = baseline_value as not_moved
        from query_table(measured)
    ),

    final as (
        select
            *,
            case
                when suspended then 'suspended'
                when not in_force or not wanted then 'not_due'
                when bound = 'achieved' and actual_value > 0 then 'met'
                when bound = 'achieved' and not (at_horizon and due_day_over) then 'not_due'
                when bound = 'achieved' and actual_value is not null
                    then case when year_closed then 'not_met' else 'off_track' end
                when actual_value is null and not (reported_then and deadline_passed) then 'not_due'
                when planned_value is null and path_kind in ('linear', 'steps') then 'no_baseline'
                when planned_value is null then 'not_due'
                when compared_value is null then 'no_report'
                when not_moved then 'not_due'
                when holds and goes_beyond then case when at_end then 'met_exceeded' else 'exceeded' end
                when holds then case when at_end then 'met' else 'on_track' end
                when at_end then 'not_met'
                when distance >= -tolerance then 'behind'
                else 'off_track'
            end as status,
            at_end and status in ('met_exceeded', 'met', 'not_met') as is_final
        from compared
    )

    select * from final
)
