-- Purpose: what the forecast of every target is about, and the goal it is held against (design, section 3).
-- Grain: one row a commune, asked period and target of the plan version that judges the period.
-- Parameters: judged_lines, lines, paths, known: names of relations made by judged_line, target_line, path and
--   value_at; scenario.
-- Columns: those of judged_line; minimum, maximum of the measure; and
--   by_pace        a total of the year: forecast by its pace; else by a line through the quarters
--   by_log         the mean is geometric: the line runs through the logarithms
--   about_year     the year whose end is forecast, of an average the horizon's last
--   goal           that judges then, in the scenario; goal_upper of `between`
--   actual_value   of the asked period; compared_value, the same as it is compared
--   premise        why nothing can be forecast, whatever was reported: not_in_force, suspended, yes_no, not_begun,
--                  closed, year_not_begun; null where it can
create or replace macro forecast_line(judged_lines, lines, paths, known, scenario) as table (
    with final as (
        select
            line.*, described.minimum, described.maximum,
            line.accumulation = 'year_to_date' as by_pace,
            line.horizon = 'average' and line.accumulation = 'growth' as by_log,
            case line.horizon when 'each_year' then line.year else line.last_year end as about_year,
            at_four(case
                when line.horizon = 'average' and line.bound <> 'between' and scenario = 'stretch'
                    then coalesce(line.own_stretch, line.own_goal)
                when line.horizon = 'average' then line.own_goal
                when line.bound = 'between' then about.year_floor
                when scenario = 'stretch' then coalesce(about.year_stretch, about.year_floor)
                else coalesce(about.own_milestone, about.year_floor)
            end) as goal,
            at_four(case
                when line.bound <> 'between' then null
                when line.horizon = 'average' then line.own_stretch
                else about.year_stretch
            end) as goal_upper,
            actual.value as actual_value, compared_at(actual.value, line.compared_decimals) as compared_value,
            case
                when not line.in_force then 'not_in_force'
                when line.suspended then 'suspended'
                when line.bound = 'achieved' then 'yes_no'
                when not line.wanted then 'not_begun'
                when line.at_horizon and line.year_closed
                    and (line.horizon = 'each_year' or line.year = line.last_year) then 'closed'
                when by_pace and line.horizon = 'by_year' and line.year < line.last_year then 'year_not_begun'
            end as premise
        from query_table(judged_lines) as line
        inner join query_table(lines) as described using (commune, plan, target)
        left join query_table(paths) as about
            on about.commune = line.commune and about.plan = line.plan and about.target = line.target
            and about.period = case line.horizon when 'each_year' then line.year else line.last_year end::varchar
        left join query_table(known) as actual
            on actual.commune = line.commune and actual.measure = line.measure and actual.period = line.period
            and actual.at_end
    )

    select * from final
)
