-- Purpose: how far every target has come, and its status (design, section 3).
-- Grain: one row a commune, period and target of the plan version that judges the period.
-- Parameters: communes and periods, lists; as_of, timestamp in UTC; scenario: floor, stretch or one of
--   the office's own (a target without a value in it is judged as in floor).
-- Columns: goals, values, milestones, tolerance and distance in the target's unit;
--   goal_value, goal_stretch   of the year where the year has its own; where the mean is judged, the target's
--   actual_value               the period's, as it was given; of a yes/no the latest word; actual_period it was said of
--   mean_value                 of an average: the mean of the years that had closed
--   by_mean                    the mean is judged, not the period's own value
--   compared_value             what is judged, at the decimals it is compared at
--   path_kind                  achieved, linear, share or flat (50_target_line.sql); accumulation of the measure
--   planned_value              the milestone it is measured against, at 4 decimals (`between`: of the nearer edge)
--   stretch_value              the milestone of the stretch path, where there is one
--   is_fixed                   the plan fixed it; else it is derived
--   year_goal                  the year's goal, where the year has one; city_goal, council_goal, as they were assigned
--   year_goal_distance         the period's value from it, positive when better
--   year_goal_percent          the period's value in percent of it ('thực hiện so kế hoạch năm'): of what is to be
--                              reached and is no growth
--   distance                   from planned_value, positive when better; of the mean where that is judged
--   share_of_way               of the way from the baseline to the goal, 1 is all of it
--   late_months                positive is late; none while nothing is due
--   is_final                   the horizon has ended and the year has closed: `status` is a final one
--   due_on                     of a yes/no and of what is not due: the last day of the year that will judge it
--   last_known_value           of any period up to this one, last_known_period
create or replace macro judged(communes, periods, as_of, scenario) as table (
    with plans as materialized (from plan_known(communes, as_of)),

    asked as (from plan_in_force('plans', periods)),

    known as materialized (from value_at(communes, periods, as_of)),

    lines as materialized (from target_line('plans', 'known', as_of)),

    goals as materialized (from year_goal('lines')),

    starts as materialized (from path_start('lines', 'goals')),

    paths as materialized (from path('lines', 'goals', 'starts', periods, scenario)),

    judged_lines as materialized (from judged_line('asked', 'lines', 'paths', as_of)),

    means as (from mean_of_closed_years('judged_lines', 'known')),

    measured_lines as materialized (from measured('judged_lines', 'means', 'known', scenario)),

    late as (from lateness('measured_lines', 'paths', 'lines')),

    decided_lines as (from decided('measured_lines')),

    final as (
        select
            commune, line.asked_period as period, plan, target, described.ordinal, described.indicator,
            described.group_vi, described.name_vi, described.unit, described.decimals, line.measure,
            described.lead_unit, described.joint_units, described.directing_leader, described.officer, line.horizon, line.first_year, line.last_year, line.bound, described.commitment,
            coalesce(line.floor_goal, line.own_goal) as goal_value,
            case when line.floor_goal is null then line.own_stretch else line.stretch_goal end as goal_stretch,
            line.baseline_value, line.actual_value, line.actual_period, line.estimate, line.upload,
            at_four(line.mean_value) as mean_value,
            line.by_mean, line.compared_value, line.path_kind, line.accumulation,
            line.planned_value, line.is_fixed, line.stretch_value, line.tolerance, line.distance,
            line.year_goal, line.city_goal, line.council_goal,
            case when line.bound <> 'achieved' then line.upward * (line.actual_value - line.year_goal) end
                as year_goal_distance,
            case
                when line.bound in ('at_least', 'above') and line.accumulation <> 'growth' and line.year_goal > 0
                    then at_four(100 * line.actual_value::double / line.year_goal)
            end as year_goal_percent,
            case
                when line.accumulation in ('level', 'ratio_to_date') and line.bound not in ('between', 'achieved')
                    then at_four(
                        (line.compared_value - line.baseline_value) / nullif(line.path_goal - line.baseline_value, 0)
                    )
            end as share_of_way,
            case when line.status <> 'not_due' then late.late_months end as late_months, line.status, line.is_final,
            case
                when line.bound <> 'achieved' and line.status <> 'not_due' then null
                when line.horizon <> 'by_year' then make_date(greatest(line.year, line.first_year), 12, 31)
                when line.bound = 'achieved' or line.planned_value is null or line.actual_value is not null
                    then make_date(line.last_year, 12, 31)
                else make_date(line.year, 12, 31)
            end as due_on,
            line.last_known_value, line.last_known_period
        from decided_lines as line
        inner join lines as described using (commune, plan, target)
        left join late using (commune, asked_period, target)
    )

    select * from final
)
