-- Purpose: the path (đường găng) of every target: what it wants at the end of each period, before any rounding.
-- Grain: one row a commune, plan version, target and period of the calendar.
-- Parameters: communes, list; as_of, timestamp in UTC.
-- Columns: those of target_year; period, end_month, last_month, kind of the period; in the target's unit
--   floor_value     the milestone of scenario floor (`between`: of the lower edge), as the plan fixed it for this period
--                   or one that ends together with it, else derived (design, section 3); null where there is none
--   stretch_value   the same of scenario stretch (`between`: of the upper edge)
create or replace macro path(communes, as_of) as table (
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
        where milestone.commune in (select unnest(communes))
        group by all
    ),

    derived as (
        select
            line.*, period.period, period.end_month, period.last_month, period.kind, period.length_months,
            case
                when not line.wanted or line.path_kind = 'achieved' then null
                when line.path_kind = 'flat' then line.year_floor
                when line.path_kind = 'share' then on_line(0, line.year_floor, period.last_month, 12)
                when line.has_year_goal
                    then on_line(
                        on_line(line.from_floor, line.own_goal, line.year * 12 - line.from_month,
                            line.to_month - line.from_month),
                        line.year_floor, period.last_month, 12
                    )
                else on_line(line.from_floor, line.own_goal, period.end_month - line.from_month,
                    line.to_month - line.from_month)
            end as floor_value,
            case
                when not line.wanted or line.path_kind = 'achieved' then null
                when line.path_kind = 'flat' then line.year_stretch
                when line.path_kind = 'share' then on_line(0, line.year_stretch, period.last_month, 12)
                when line.has_year_goal
                    then on_line(
                        on_line(line.from_stretch, line.own_stretch, line.year * 12 - line.from_month,
                            line.to_month - line.from_month),
                        line.year_stretch, period.last_month, 12
                    )
                else on_line(line.from_stretch, line.own_stretch, period.end_month - line.from_month,
                    line.to_month - line.from_month)
            end as stretch_value
        from target_year(communes, as_of) as line
        inner join period on period.year = line.year
    ),

    final as (
        select
            derived.* exclude (floor_value, stretch_value),
            coalesce(fixed.floor_value, derived.floor_value) as floor_value,
            coalesce(fixed.stretch_value, derived.stretch_value) as stretch_value
        from derived
        left join fixed
            on fixed.commune = derived.commune and fixed.plan = derived.plan and fixed.target = derived.target
            and fixed.period = derived.period and derived.path_kind <> 'achieved'
    )

    select * from final
)
