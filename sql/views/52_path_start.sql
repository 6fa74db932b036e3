-- Purpose: where the path of every target starts: at the baseline or, of a version that took over from another, at the
--          milestone of the other's path on that day (design, section 4).
-- Grain: one row a commune, plan version and target.
-- Parameters: lines, goals: names of relations made by target_line and year_goal.
-- Columns: from_month, months since year 0; from_floor, from_stretch in the target's unit, null where nothing is known
--   (`between`: of the lower and the upper edge, which the baseline may lie outside of, never inside).
-- A target that is new in a version, or is judged on another measure, starts at the baseline; so does one of a version
-- that took over before its baseline.
create or replace macro path_start(lines, goals) as table (
    with recursive versioned as (
        select
            commune, plan, target, takeover_month, earlier_plan, baseline_year * 12 + 12 as baseline_month,
            case when bound = 'between' then least(baseline_value, own_goal) else baseline_value end as base_floor,
            case when bound = 'between' then greatest(baseline_value, own_stretch) else baseline_value end
                as base_stretch,
            lag({
                plan: plan, path_kind: path_kind, own_goal: own_goal, own_stretch: own_stretch,
                to_month: last_year * 12 + 12
            }) over (partition by commune, target, measure order by takeover_month) as nearest
        from query_table(lines)
    ),

    linked as (
        select
            *, (takeover_month - 1) // 12 as takeover_year,
            case when nearest.plan = earlier_plan and takeover_month > baseline_month then nearest end as earlier
        from versioned
    ),

    handed as (
        select
            line.commune, line.plan, line.target, line.takeover_month, line.earlier,
            any_value({floor: goal.goal_floor, stretch: goal.goal_stretch}) filter (goal.year = line.takeover_year)
                as of_year,
            max_by(
                {month: goal.year * 12 + 12, floor: goal.goal_floor, stretch: goal.goal_stretch}, goal.year
            ) filter (goal.year < line.takeover_year) as before_year,
            max_by(milestone.value, period.length_months) filter (milestone.scenario = 'floor') as fixed_floor,
            max_by(milestone.value, period.length_months) filter (milestone.scenario = 'stretch') as fixed_stretch,
            max_by(step.value, step.on_date) filter (step.scenario = 'floor') as step_floor,
            max_by(step.value, step.on_date) filter (step.scenario = 'stretch') as step_stretch
        from linked as line
        inner join period on period.end_month = line.takeover_month
        left join query_table(goals) as goal
            on goal.commune = line.commune and goal.plan = line.earlier.plan and goal.target = line.target
        left join kpi.milestone as milestone
            on milestone.commune = line.commune and milestone.plan = line.earlier.plan
            and milestone.target = line.target and milestone.period = period.period
        left join kpi.step as step
            on step.commune = line.commune and step.plan = line.earlier.plan and step.target = line.target
            and step.on_date <= period.ends_on
        where line.earlier is not null
        group by all
    ),

    started as (
        select
            commune, plan, target, baseline_month as from_month, base_floor::double as from_floor,
            base_stretch::double as from_stretch
        from linked
        where earlier is null

        union all

        select
            commune, plan, target, takeover_month, handed_floor, coalesce(handed_stretch, handed_floor)
        from (
            select
                later.commune, later.plan, later.target, later.takeover_month,
                later.before_year.month > start.from_month as after_goal,
                coalesce(
                    later.fixed_floor,
                    case later.earlier.path_kind
                        when 'flat' then coalesce(later.of_year.floor, later.earlier.own_goal)
                        when 'steps' then coalesce(later.step_floor, start.from_floor)
                        when 'linear' then path_value(
                            case when after_goal then later.before_year.month else start.from_month end,
                            case when after_goal then later.before_year.floor else start.from_floor end,
                            later.earlier.to_month, later.earlier.own_goal,
                            least(later.takeover_month, later.earlier.to_month), later.of_year.floor
                        )
                    end
                )::double as handed_floor,
                coalesce(
                    later.fixed_stretch,
                    case later.earlier.path_kind
                        when 'flat' then coalesce(later.of_year.stretch, later.earlier.own_stretch)
                        when 'steps' then coalesce(later.step_stretch, start.from_stretch)
                        when 'linear' then path_value(
                            case when after_goal then later.before_year.month else start.from_month end,
                            case when after_goal then coalesce(later.before_year.stretch, later.before_year.floor)
                                else start.from_stretch
                            end,
                            later.earlier.to_month, later.earlier.own_stretch,
                            least(later.takeover_month, later.earlier.to_month), later.of_year.stretch
                        )
                    end
                )::double as handed_stretch
            from started as start
            inner join handed as later
                on later.commune = start.commune and later.earlier.plan = start.plan and later.target = start.target
        )
    ),

    final as (select * from started)

    select * from final
)
