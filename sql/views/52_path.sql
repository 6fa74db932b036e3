-- Purpose: the path (đường găng) of every target: what it wants at the end of each period.
-- Grain: one row a commune, plan version, target and period: the months of the horizon, all years, and those asked for.
-- Parameters: lines, the name of a relation made by target_line; periods, list.
-- Columns: keys; of target_year what a judgement needs; end_month, last_month, deadline_on of the period; and
--   at_horizon                           it is judged for good then: December, for by_year of its last year
--   floor_value, stretch_value           what the plan fixed for this period, or for the longest that ends together
--                                        with it, else derived (design, section 3), before any rounding; `between`: the
--                                        lower and the upper edge; null where there is none
--   floor_milestone, stretch_milestone   what is judged against: the goal itself at the horizon, else the same, in
--                                        whole units where the measure is counted so
create or replace macro path(lines, periods) as table (
    with fixed as (
        select
            milestone.commune, milestone.plan, milestone.target, asked.period,
            max_by(milestone.value, own.length_months + 100 * (own.period = asked.period)::integer)
                filter (milestone.scenario = 'floor') as floor_value,
            max_by(milestone.value, own.length_months + 100 * (own.period = asked.period)::integer)
                filter (milestone.scenario = 'stretch') as stretch_value
        from kpi.milestone as milestone
        inner join period as own on own.period = milestone.period
        inner join period as asked on asked.end_month = own.end_month
        group by all
    ),

    derived as (
        select
            line.*, period.period, period.kind, period.end_month, period.last_month, period.deadline_on,
            period.last_month = 12 and (line.horizon <> 'by_year' or line.year = line.last_year) as at_horizon,
            line.wanted and line.path_kind <> 'achieved' as has_path,
            line.year * 12 - line.from_month as months_before_year,
            period.end_month - line.from_month as months_gone,
            line.to_month - line.from_month as months_whole,
            case
                when not has_path then null
                when line.path_kind = 'flat' then line.year_floor
                when line.path_kind = 'share' then on_line(0, line.year_floor, period.last_month, 12)
                when not line.has_year_goal then on_line(line.from_floor, line.own_goal, months_gone, months_whole)
                else on_line(
                    on_line(line.from_floor, line.own_goal, months_before_year, months_whole),
                    line.year_floor, period.last_month, 12
                )
            end as floor_value,
            case
                when not has_path then null
                when line.path_kind = 'flat' then line.year_stretch
                when line.path_kind = 'share' then on_line(0, line.year_stretch, period.last_month, 12)
                when not line.has_year_goal
                    then on_line(line.from_stretch, line.own_stretch, months_gone, months_whole)
                else on_line(
                    on_line(line.from_stretch, line.own_stretch, months_before_year, months_whole),
                    line.year_stretch, period.last_month, 12
                )
            end as stretch_value
        from target_year(lines) as line
        inner join period on period.year = line.year
        where period.kind = 'year' or (period.kind = 'month' and line.wanted)
            or period.period in (select unnest(periods))
    ),

    laid as (
        select
            derived.* exclude (floor_value, stretch_value),
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
            at_horizon, year_floor, year_stretch, from_floor, from_stretch, floor_value, stretch_value,
            case
                when at_horizon and wanted and horizon <> 'average' then year_floor
                when whole_number then in_favour(floor_value, bound in ('at_most', 'below'))
                else floor_value
            end as floor_milestone,
            case
                when at_horizon and wanted and horizon <> 'average' then year_stretch
                when whole_number then in_favour(stretch_value, bound in ('at_most', 'below', 'between'))
                else stretch_value
            end as stretch_milestone
        from laid
    )

    select * from final
)
