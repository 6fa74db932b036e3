-- Purpose: what every target wants of every year of the calendar, and the line it follows there.
-- Grain: one row a commune, plan version, target and year.
-- Parameters: lines, goals, starts: names of relations made by target_line, year_goal and path_start.
-- Columns: keys; of the line what its path needs; and, in the target's unit,
--   wanted                     the horizon covers the year
--   year_floor, year_stretch   the goal that holds in the year: the year's own where the plan has one, else the
--                              target's; null where nothing is wanted of the year (a total of one year, in the others)
--   has_year_goal              the year has a goal of its own; city_goal, council_goal as they were assigned
--   from_month                 where the line starts (52_path_start.sql), or December of the last year before this one
--                              that had a goal of its own (months since year 0)
--   to_month                   where it ends: December of last_year
--   from_floor, from_stretch   its value at from_month: for `between` of the lower and the upper edge
--   started_floor, started_stretch  its value where the whole path starts, from started_month on
create or replace macro target_year(lines, goals, starts) as table (
    with of_year as (
        select
            line.commune, line.plan, line.target, calendar.year, line.horizon, line.bound, line.path_kind,
            line.whole_number, line.own_goal, line.own_stretch, line.last_year,
            begun.from_month as started_month, begun.from_floor as started_floor,
            begun.from_stretch as started_stretch,
            calendar.year > line.baseline_year and calendar.year <= line.last_year
                and (line.horizon = 'by_year' or calendar.year >= line.first_year) as wanted,
            line.path_kind <> 'share' or calendar.year between line.first_year and line.last_year as wants_own_goal,
            goal.year is not null as has_year_goal,
            goal.goal_floor, goal.goal_stretch, goal.city_goal, goal.council_goal
        from query_table(lines) as line
        inner join query_table(starts) as begun using (commune, plan, target)
        cross join (select year from period where kind = 'year') as calendar
        left join query_table(goals) as goal
            on goal.commune = line.commune and goal.plan = line.plan and goal.target = line.target
            and goal.year = calendar.year
    ),

    after_goal as (
        select
            *,
            last_value(
                case
                    when has_year_goal and year * 12 + 12 > started_month
                        then {month: year * 12 + 12, floor: goal_floor, stretch: goal_stretch}
                end
                ignore nulls
            ) over (
                partition by commune, plan, target order by year rows between unbounded preceding and 1 preceding
            ) as last_goal
        from of_year
    ),

    final as (
        select
            commune, plan, target, year, horizon, bound, path_kind, whole_number, own_goal, own_stretch, last_year,
            wanted, has_year_goal, city_goal, council_goal, started_month, started_floor, started_stretch,
            case when has_year_goal then goal_floor when wants_own_goal then own_goal end as year_floor,
            case when has_year_goal then goal_stretch when wants_own_goal then own_stretch end as year_stretch,
            coalesce(last_goal.month, started_month) as from_month,
            last_year * 12 + 12 as to_month,
            case when last_goal is not null then last_goal.floor else started_floor end as from_floor,
            case when last_goal is not null then coalesce(last_goal.stretch, last_goal.floor) else started_stretch
            end as from_stretch
        from after_goal
    )

    select * from final
)
