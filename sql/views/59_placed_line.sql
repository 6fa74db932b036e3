-- Purpose: every target beside the milestone of the period it is judged at, and the moments at which time alone changes
--          its judgement.
-- Grain: one row a commune, asked period and target of the plan version that judges the period.
-- Parameters: asked, lines, paths: names of relations made by plan_in_force, target_line, path.
-- Columns: of target_line what a judgement needs; asked_period; of path those of the period judged, which is the asked
--   one or, after the target's end, its last year; and
--   in_force                       the plan judges already
--   reported_then                  the measure's frequency has a period that ends then
--   deadline_at, closes_at         from when on (UTC) the period's report is late, its year is closed
--   due_day_over_at                from when on the last day of that year, by which a yes is due, is over
create or replace macro placed_line(asked, lines, paths) as table (
    -- materialized: joined with the paths first, every line would meet every period before it is dropped
    with asked_line as materialized (
        select
            line.*, asked.period as asked_period, asked.in_force,
            case when asked.year > line.last_year then line.last_year::varchar else asked.period end as judged_period
        from query_table(asked) as asked
        inner join query_table(lines) as line on line.commune = asked.commune and line.plan = asked.plan
    ),

    final as (
        select
            line.commune, line.plan, line.target, line.measure, line.horizon, line.first_year, line.last_year,
            line.bound, line.suspended, line.own_goal, line.own_stretch, line.own_tolerance, line.baseline_year,
            line.baseline_value, line.accumulation, line.closes_month, line.closes_day, line.closes_next_year,
            line.compared_decimals, line.whole_number, line.path_kind,
            line.asked_period, line.in_force,
            path.period, path.year, path.end_month, path.wanted, path.at_horizon,
            path.year_floor, path.year_stretch, path.floor_milestone, path.stretch_milestone, path.own_milestone,
            path.is_fixed, path.city_goal, path.council_goal,
            case when path.has_goal_of_year then path.year_floor end as year_goal,
            path.last_month % line.frequency_months = 0 as reported_then,
            path.deadline_on + 1 - interval 7 hours as deadline_at,
            year_closes_at(path.year, line.closes_month, line.closes_day, line.closes_next_year) - interval 7 hours
                as closes_at,
            year_closes_at(path.year, 12, 31, false) - interval 7 hours as due_day_over_at
        from asked_line as line
        inner join query_table(paths) as path
            on path.commune = line.commune and path.plan = line.plan and path.target = line.target
            and path.period = line.judged_period
    )

    select * from final
)
