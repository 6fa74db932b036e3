-- Purpose: what every target wants of every year of the calendar, and the line it follows there.
-- Grain: one row a commune, plan version, target and year. Parameters: communes, list; as_of, timestamp in UTC.
-- Columns: those of target_line; wanted (the horizon covers the year); and, in the target's unit,
--   year_floor, year_stretch   the goal that holds in the year: the year's own where the plan has one, else the
--                              target's; null where nothing is wanted of the year (a total of one year, in the others)
--   has_year_goal              the year has a goal of its own
--   from_month                 where the line starts: the baseline's December, or that of the last year before this one
--                              that had a goal of its own (months since year 0)
--   to_month                   where it ends: December of last_year
--   from_floor, from_stretch   its value at from_month: for `between` the lower and the upper edge, never inside
create or replace macro target_year(communes, as_of) as table (
    with of_year as (
        select
            line.*, calendar.year, goal.value as goal_floor,
            case when line.bound = 'between' then coalesce(goal.stretch, line.own_stretch) else goal.stretch end
                as goal_stretch,
            goal.year is not null as has_year_goal
        from target_line(communes, as_of) as line
        cross join (select year from period where kind = 'year') as calendar
        left join kpi.year_goal as goal
            on goal.commune = line.commune and goal.plan = line.plan and goal.target = line.target
            and goal.year = calendar.year
    ),

    with_last_goal as (
        select
            *,
            last_value(case when has_year_goal and year > baseline_year then year end ignore nulls) over before
                as goal_year,
            last_value(case when year > baseline_year then goal_floor end ignore nulls) over before as last_floor,
            last_value(
                case when has_year_goal and year > baseline_year then coalesce(goal_stretch, goal_floor) end
                ignore nulls
            ) over before as last_stretch
        from of_year
        window before as (
            partition by commune, plan, target order by year rows between unbounded preceding and 1 preceding
        )
    ),

    final as (
        select
            * exclude (goal_floor, goal_stretch, goal_year, last_floor, last_stretch),
            year > baseline_year and year <= last_year and (horizon = 'by_year' or year >= first_year) as wanted,
            case
                when has_year_goal then goal_floor
                when path_kind <> 'share' or year between first_year and last_year then own_goal
            end as year_floor,
            case
                when has_year_goal then goal_stretch
                when path_kind <> 'share' or year between first_year and last_year then own_stretch
            end as year_stretch,
            coalesce(goal_year, baseline_year) * 12 + 12 as from_month,
            last_year * 12 + 12 as to_month,
            case
                when goal_year is not null then last_floor
                when bound = 'between' and own_goal < baseline_value then own_goal
                else baseline_value
            end as from_floor,
            case
                when goal_year is not null then last_stretch
                when bound = 'between' and own_stretch > baseline_value then own_stretch
                else baseline_value
            end as from_stretch
        from with_last_goal
    )

    select * from final
)
