-- Purpose: how far every target has come, and its status (design, section 3).
-- Grain: one row a commune, period and target of the plan version that judges the period.
-- Parameters: communes and periods, lists; as_of, timestamp in UTC; scenario, floor or stretch.
-- Columns: goals, values, milestones, tolerance and distance in the target's unit;
--   goal_value, goal_stretch   of the year where the year has its own; where the mean is judged, the target's
--   actual_value               the period's, as it was given; of a yes/no the latest word; actual_period it was said of
--   mean_value                 of an average: the mean of the years that had closed
--   planned_value              the milestone it is measured against, at 4 decimals (`between`: of the nearer edge)
--   stretch_value              the milestone of the stretch path, where there is one
--   distance                   from planned_value, positive when better; of the mean where that is judged
--   share_of_way               of the way from the baseline to the goal, 1 is all of it
--   late_months                positive is late
--   is_final                   the horizon has ended and the year has closed: `status` is a final one
--   due_on                     of a yes/no and of what is not due: the last day of the year that will judge it
--   last_known_value           of any period up to this one, last_known_period
create or replace macro judged(communes, periods, as_of, scenario) as table (
    with gauged as (
        select
            *,
            at_decimals(case when by_stretch then stretch_milestone else floor_milestone end, 4) as planned_value,
            upward * (compared_value - planned_value) as distance,
            case when by_stretch then stretch_goal else floor_goal end as judged_goal,
            case when by_stretch then own_stretch else own_goal end as path_goal,
            at_decimals(
                case
                    when bound = 'achieved' or judged_goal is null then null
                    when own_tolerance is not null then own_tolerance
                    else greatest(
                        case
                            when path_kind = 'share' then abs(judged_goal) / 12.0
                            when path_kind = 'linear' and baseline_value is not null
                                then abs(path_goal - baseline_value) / nullif((last_year - baseline_year) * 4.0, 0)
                            else abs(judged_goal) * 0.05
                        end,
                        case when whole_number then 1 end
                    )
                end,
                4
            ) as tolerance,
            at_decimals(case when bound <> 'between' then stretch_milestone end, 4) as stretch_value
        from measured(communes, periods, as_of, scenario)
    ),

    compared as (
        select
            *,
            case when bound in ('below', 'above') then distance > 0 else distance >= 0 end as holds,
            case
                when bound = 'between' then false
                when by_stretch or stretch_value is null then distance > tolerance
                else upward * (compared_value - stretch_value) >= 0
            end as goes_beyond,
            at_horizon and year_closed and (horizon = 'each_year' or year = last_year) as at_end
        from gauged
    ),

    decided as (
        select
            *,
            case
                when suspended then 'suspended'
                when not in_force or not wanted then 'not_due'
                when bound = 'achieved' and actual_value > 0 then 'met'
                when bound = 'achieved' and not at_horizon then 'not_due'
                when bound = 'achieved' and actual_value is not null
                    then case when year_closed then 'not_met' else 'off_track' end
                when actual_value is null and not (reported_then and deadline_passed) then 'not_due'
                when planned_value is null and path_kind = 'linear' then 'no_baseline'
                when planned_value is null then 'not_due'
                when compared_value is null then 'no_report'
                when whole_number and path_kind = 'linear' and path_goal <> baseline_value
                    and planned_value = baseline_value and compared_value = baseline_value then 'not_due'
                when holds and goes_beyond then case when at_end then 'met_exceeded' else 'exceeded' end
                when holds then case when at_end then 'met' else 'on_track' end
                when at_end then 'not_met'
                when distance >= -tolerance then 'behind'
                else 'off_track'
            end as status
        from compared
    ),

    final as (
        select
            commune, asked_period as period, plan, target, ordinal, indicator, group_vi, name_vi, unit, decimals,
            measure, lead_unit, horizon, first_year, last_year, bound, commitment,
            coalesce(floor_goal, own_goal) as goal_value,
            case when floor_goal is null then own_stretch else stretch_goal end as goal_stretch, baseline_value, actual_value, actual_period, estimate, upload,
            at_decimals(mean_value, 4) as mean_value,
            planned_value, stretch_value, tolerance, distance,
            case
                when accumulation in ('level', 'ratio_to_date') and bound not in ('between', 'achieved')
                    then at_decimals((compared_value - baseline_value) / nullif(path_goal - baseline_value, 0), 4)
            end as share_of_way,
            late_months, status,
            at_end and status in ('met_exceeded', 'met', 'not_met') as is_final,
            case
                when bound <> 'achieved' and status <> 'not_due' then null
                when horizon <> 'by_year' then make_date(greatest(year, first_year), 12, 31)
                when bound = 'achieved' or planned_value is null or actual_value is not null
                    then make_date(last_year, 12, 31)
                else make_date(year, 12, 31)
            end as due_on,
            last_known_value, last_known_period
        from decided
    )

    select * from final
)
