-- Purpose: the path (đường găng) of every target: what it wants at the end of each period.
-- Grain: one row a commune, plan version, target and period: the months of the horizon, all years, and those asked for.
-- Parameters: lines, goals, starts: names of relations made by target_line, year_goal and path_start; periods, list;
--   scenario.
-- Columns: keys; of target_year what a judgement needs; end_month, last_month, deadline_on of the period; and
--   at_horizon                           it is judged for good then: December, for by_year of its last year
--   is_fixed                             the plan fixed the floor's value; else it is derived
--   floor_value, stretch_value           what the plan fixed for this period, or for the longest that ends together
--                                        with it, else derived (design, section 3), before any rounding; `between`: the
--                                        lower and the upper edge; null where there is none
--   own_value                            what the plan fixed for it in a scenario of the office's own, if that was asked
--   floor_milestone, stretch_milestone, own_milestone   what is judged against: the goal itself at the horizon (of a
--                                        scenario of the office's own its value), else the same, in whole units where
--                                        the measure is counted so
create or replace macro path(lines, goals, starts, periods, scenario) as table (
    with fixed as (
        select
            milestone.commune, milestone.plan, milestone.target, asked.period,
            max_by(milestone.value, own.length_months + 100 * (own.period = asked.period)::integer)
                filter (milestone.scenario = 'floor') as floor_value,
            max_by(milestone.value, own.length_months + 100 * (own.period = asked.period)::integer)
                filter (milestone.scenario = 'stretch') as stretch_value,
            max_by(milestone.value, own.length_months + 100 * (own.period = asked.period)::integer)
                filter (milestone.scenario = scenario and scenario not in ('floor', 'stretch')) as own_value
        from kpi.milestone as milestone
        inner join period as own on own.period = milestone.period
        inner join period as asked on asked.end_month = own.end_month
        group by all
    ),

    stepped as (
        select
            step.commune, step.plan, step.target, period.period,
            max_by(step.value, step.on_date) filter (step.scenario = 'floor') as floor_value,
            max_by(step.value, step.on_date) filter (step.scenario = 'stretch') as stretch_value
        from kpi.step as step
        inner join period on period.ends_on >= step.on_date
        group by all
    ),

    derived as (
        select
            line.*, period.period, period.kind, period.end_month, period.last_month, period.deadline_on,
            period.last_month = 12 and (line.horizon <> 'by_year' or line.year = line.last_year) as at_horizon,
            line.wanted and line.path_kind <> 'achieved' as has_path,
            coalesce(pace.share::double / 100, period.last_month / 12.0) as year_share,
            case
                when not has_path then null
                when line.path_kind = 'flat' then line.year_floor
                when line.path_kind = 'share' then line.year_floor * year_share
                when line.path_kind = 'steps' then coalesce(stepped.floor_value, line.started_floor)
                else path_value(
                    line.from_month, line.from_floor, line.to_month, line.own_goal, period.end_month,
                    case when line.has_year_goal then line.year_floor end
                )
            end as floor_value,
            case
                when not has_path then null
                when line.path_kind = 'flat' then line.year_stretch
                when line.path_kind = 'share' then line.year_stretch * year_share
                when line.path_kind = 'steps' then stepped.stretch_value
                when line.has_year_goal and line.year_stretch is null then null
                else path_value(
                    line.from_month, line.from_stretch, line.to_month, line.own_stretch, period.end_month,
                    case when line.has_year_goal then line.year_stretch end
                )
            end as stretch_value
        from target_year(lines, goals, starts) as line
        inner join period on period.year = line.year
        left join kpi.pace as pace
            on pace.commune = line.commune and pace.plan = line.plan and pace.target = line.target
            and pace.month = period.last_month
        left join stepped
            on stepped.commune = line.commune and stepped.plan = line.plan and stepped.target = line.target
            and stepped.period = period.period
        where period.kind = 'year' or (period.kind = 'month' and line.wanted)
            or period.period in (select unnest(periods))
    ),

    laid as (
        select
            derived.* exclude (floor_value, stretch_value), fixed.own_value, fixed.floor_value is not null as is_fixed,
            case when has_path then coalesce(fixed.floor_value, derived.floor_value) end as floor_value,
            case when has_path then coalesce(fixed.stretch_value, derived.stretch_value) end as stretch_value
        from derived
        left join fixed
            on fixed.commune = derived.commune and fixed.plan = derived.plan and fixed.target = derived.target
            and fixed.period = derived.period
    ),

    final as (
        select
            commune, plan, target, period, kind, year, end_month, last_month, deadline_on, path_kind, wanted,
            at_horizon, year_floor, year_stretch, city_goal, council_goal, started_month, started_floor,
            started_stretch, is_fixed, floor_value, stretch_value, own_value,
            has_year_goal or horizon <> 'by_year' or year = last_year as has_goal_of_year,
            case
                when at_horizon and wanted and horizon <> 'average' then year_floor
                when whole_number then in_favour(floor_value, bound in ('at_most', 'below'))
                else floor_value
            end as floor_milestone,
            case
                when at_horizon and wanted and horizon <> 'average' then year_stretch
                when whole_number then in_favour(stretch_value, bound in ('at_most', 'below', 'between'))
                else stretch_value
            end as stretch_milestone,
            case when whole_number then in_favour(own_value, bound in ('at_most', 'below')) else own_value end
                as own_milestone
        from laid
    )

    select * from final
)
