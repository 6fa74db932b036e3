-- Purpose: the goals that plan versions hold for single years: the council's own where it set one, else the city's.
-- Grain: one row a commune, plan version, target and year after the baseline's.
-- Parameter: lines, the name of a relation made by target_line.
-- Columns: goal_floor, goal_stretch, in the target's unit (`between`: the lower and the upper edge); city_goal and
--   council_goal, each as assigned, null where it was not.
create or replace macro year_goal(lines) as table (
    with chosen as (
        select
            commune, plan, target, year,
            max_by({value: value, stretch: stretch}, assigned_by = 'council') as goal,
            max(value) filter (assigned_by = 'city') as city_goal,
            max(value) filter (assigned_by = 'council') as council_goal
        from kpi.assigned_goal
        group by commune, plan, target, year
    ),

    final as (
        select
            chosen.commune, chosen.plan, chosen.target, chosen.year, chosen.goal.value as goal_floor,
            case when line.bound = 'between' then coalesce(chosen.goal.stretch, line.own_stretch)
                else chosen.goal.stretch
            end as goal_stretch,
            chosen.city_goal, chosen.council_goal
        from chosen
        inner join query_table(lines) as line using (commune, plan, target)
        where chosen.year > line.baseline_year
    )

    select * from final
)
