-- Purpose: every target's value beside its milestone: distance and tolerance.
-- Grain: one row a commune, asked period, target and moment (one, of judged_line).
-- Parameters: judged_lines, means, known: names of relations made by judged_line, mean_of_closed_years and value_at;
--   scenario, floor or stretch.
-- Columns: those of judged_line; and, in the target's unit,
--   actual_value and what belongs to it     of the period, of a yes/no the latest word up to it
--   last_known_value, last_known_period     at or before the asked period
--   compared_value                          what is judged, at the target's decimals: the mean where that is judged
--   floor_goal, stretch_goal                that hold: the year's, of the mean the target's
--   by_stretch                              measured against the stretch path (`between`: the upper edge)
--   by_own                                  measured against a scenario of the office's own, which says this period
--   upward                                  1 where more is better, else -1
--   planned_value, stretch_value            the milestone measured against; that of the stretch path
--   distance                                positive when better
--   tolerance                               the target's own, else by default (design, section 3)
create or replace macro measured(judged_lines, means, known, scenario) as table (
    with valued as (
        select
            line.* exclude (closes_month, closes_day, closes_next_year),
            actual.value as actual_value, actual.value_period as actual_period, actual.estimate, actual.upload,
            latest.value as last_known_value, latest.value_period as last_known_period, means.mean_value,
            case when line.by_mean then line.own_goal else line.year_floor end as floor_goal,
            case when line.by_mean then line.own_stretch else line.year_stretch end as stretch_goal,
            case when line.by_mean then means.mean_value else actual.value end as judged_value
        from query_table(judged_lines) as line
        left join query_table(known) as latest
            on latest.commune = line.commune and latest.measure = line.measure and latest.period = line.asked_period
            and line.moment >= latest.from_at and line.moment < latest.to_at
        left join query_table(known) as actual
            on actual.commune = line.commune and actual.measure = line.measure
            and actual.period = case when line.bound = 'achieved' then line.asked_period else line.period end
            and (actual.at_end or line.bound = 'achieved')
            and line.moment >= actual.from_at and line.moment < actual.to_at
        left join query_table(means) as means
            on means.commune = line.commune and means.asked_period = line.asked_period
            and means.target = line.target and means.moment = line.moment
    ),

    rounded as (
        select
            * exclude (floor_milestone, stretch_milestone, own_milestone, judged_value),
            compared_at(judged_value, compared_decimals) as compared_value,
            at_four(case when by_mean then floor_goal else floor_milestone end) as floor_milestone,
            at_four(case when by_mean then stretch_goal else stretch_milestone end) as stretch_milestone,
            at_four(case when bound <> 'between' and not by_mean then own_milestone end) as own_milestone
        from valued
    ),

    sided as (
        select
            *,
            case
                when bound = 'between'
                    then coalesce(stretch_milestone - compared_value < compared_value - floor_milestone, false)
                else scenario = 'stretch' and stretch_milestone is not null
            end as by_stretch,
            own_milestone is not null as by_own
        from rounded
    ),

    gauged as (
        select
            * exclude (floor_milestone, stretch_milestone, own_milestone),
            case when bound in ('at_most', 'below') or (bound = 'between' and by_stretch) then -1 else 1 end as upward,
            case when by_own then own_milestone when by_stretch then stretch_milestone else floor_milestone
            end as planned_value,
            case when bound <> 'between' then stretch_milestone end as stretch_value,
            case when by_stretch then stretch_goal else floor_goal end as judged_goal,
            case when by_stretch then own_stretch else own_goal end as path_goal
        from sided
    ),

    final as (
        select
            *,
            upward * (compared_value - planned_value) as distance,
            case
                when bound = 'achieved' or judged_goal is null then null
                when own_tolerance is not null then own_tolerance
                else at_four(greatest(
                    case
                        when path_kind = 'share' then abs(judged_goal) / 12.0
                        when path_kind in ('linear', 'steps') and baseline_value <> path_goal
                            then abs(path_goal - baseline_value) / nullif((last_year - baseline_year) * 4.0, 0)
                        else abs(judged_goal) * 0.05
                    end,
                    case when whole_number then 1 end
                ))
            end as tolerance
        from gauged
    )

    select * from final
)
