-- Purpose: every target beside the milestone of the period it is judged at.
-- Grain: one row a commune, asked period and target of the plan version that judges the period.
-- Parameters: asked, lines, paths: names of relations made by plan_in_force, target_line, path; as_of, in UTC.
-- Columns: of target_line what a judgement needs; asked_period; of path those of the period judged, which is the asked
--   one or, after the target's end, its last year; and
--   in_force                       the plan judges already
--   reported_then                  the measure's frequency has a period that ends then
--   deadline_passed, year_closed   of that period and of its year, as of the moment
--   due_day_over                   the last day of that year, by which a yes is due, is over
--   by_mean                        the mean of the closed years is judged, not the period's own value
create or replace macro judged_line(asked, lines, paths, as_of) as table (
    with final as (
        select
            line.commune, line.plan, line.target, line.measure, line.horizon, line.first_year, line.last_year,
            line.bound, line.suspended, line.own_goal, line.own_stretch, line.own_tolerance, line.baseline_year,
            line.baseline_value, line.accumulation, line.closes_month, line.closes_day, line.closes_next_year,
            line.compared_decimals, line.whole_number, line.path_kind,
            asked.period as asked_period, asked.in_force,
            path.period, path.year, path.end_month, path.wanted, path.at_horizon,
            path.year_floor, path.year_stretch, path.floor_milestone, path.stretch_milestone, path.own_milestone,
            path.is_fixed, path.city_goal, path.council_goal,
            case when path.has_goal_of_year then path.year_floor end as year_goal,
            path.last_month % line.frequency_months = 0 as reported_then,
            as_of + interval 7 hours >= path.deadline_on + 1 as deadline_passed,
            as_of + interval 7 hours
                >= year_closes_at(path.year, line.closes_month, line.closes_day, line.closes_next_year) as year_closed,
            as_of + interval 7 hours >= year_closes_at(path.year, 12, 31, false) as due_day_over,
            line.horizon = 'average' and path.at_horizon and year_closed as by_mean
        from query_table(asked) as asked
        inner join query_table(lines) as line on line.commune = asked.commune and line.plan = asked.plan
        inner join query_table(paths) as path
            on path.commune = line.commune and path.plan = line.plan and path.target = line.target
            and path.period = case when asked.year > line.last_year then line.last_year::varchar else asked.period end
    )

    select * from final
)
