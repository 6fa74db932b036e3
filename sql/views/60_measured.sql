-- Purpose: what every target stands at and should stand at: everything that its status is decided by.
-- Grain: one row a commune, asked period and target of the plan version that judges the period.
-- Parameters: communes and periods, lists; as_of, timestamp in UTC; scenario, floor or stretch.
-- Columns: those of path for the period judged, which is the asked one, or the target's last year after its end; and
--   deadline_passed, year_closed   of that period and its year, as of the moment
--   reported_then                  the measure's frequency has a period that ends then
--   at_horizon                     the horizon ends then: December, for by_year of the last year
--   by_mean                        the mean of the closed years is judged, not the period's own value
--   mean_value                     that mean, of the years that had closed; null where one of them has no value
--   compared_value                 what is judged, at the target's decimals
--   floor_milestone, stretch_milestone   rounded in the commune's favour where counted in whole units; null: none
--   by_stretch                     the second of them is the one it is measured against
--   upward                         1 where more is better, else -1
--   late_months                    months behind the path (negative: ahead); null on a flat path or without a value
create or replace macro measured(communes, periods, as_of, scenario) as table (
    with path as materialized (from path(communes, as_of)),

    known as materialized (from value_at(communes, periods, as_of)),

    line as (
        select
            asked.period as asked_period, asked.in_force, path.*,
            as_of + interval 7 hours >= calendar.deadline_on + 1 as deadline_passed,
            as_of + interval 7 hours
                >= year_closes_at(path.year, path.closes_month, path.closes_day, path.closes_next_year) as year_closed,
            path.last_month % path.frequency_months = 0 as reported_then,
            path.last_month = 12 and (path.horizon <> 'by_year' or path.year = path.last_year) as at_horizon
        from plan_in_force(communes, periods, as_of) as asked
        inner join path
            on path.commune = asked.commune and path.plan = asked.plan
            and path.period = case when asked.year > path.last_year then path.last_year::varchar else asked.period end
        inner join period as calendar on calendar.period = path.period
    ),

    closed_years as (
        select
            line.commune, line.asked_period, line.target,
            case
                when count(*) > count(known.value) then null
                when any_value(line.accumulation) = 'growth'
                    then (pow(product(greatest(1 + known.value / 100.0, 0)), 1.0 / count(*)) - 1) * 100
                else avg(known.value)
            end as mean_value
        from line
        inner join period as calendar
            on calendar.kind = 'year' and calendar.year between line.first_year and line.year
            and calendar.end_month <= line.end_month
            and as_of + interval 7 hours
                >= year_closes_at(calendar.year, line.closes_month, line.closes_day, line.closes_next_year)
        left join known
            on known.commune = line.commune and known.measure = line.measure and known.period = calendar.period
            and known.value_month = calendar.end_month
        where line.horizon = 'average'
        group by all
    ),

    valued as (
        select
            line.*,
            actual.value as actual_value, actual.value_period as actual_period, actual.estimate, actual.upload,
            latest.value as last_known_value, latest.value_period as last_known_period, closed_years.mean_value,
            line.horizon = 'average' and line.at_horizon and line.year_closed as by_mean,
            at_decimals(case when by_mean then closed_years.mean_value else actual.value end, line.compared_decimals)
                as compared_value,
            case when by_mean then line.own_goal else line.year_floor end as floor_goal,
            case when by_mean then line.own_stretch else line.year_stretch end as stretch_goal
        from line
        left join known as latest
            on latest.commune = line.commune and latest.measure = line.measure and latest.period = line.asked_period
        left join known as actual
            on actual.commune = line.commune and actual.measure = line.measure
            and actual.period = case when line.bound = 'achieved' then line.asked_period else line.period end
            and (line.bound = 'achieved' or actual.value_month = line.end_month)
        left join closed_years
            on closed_years.commune = line.commune and closed_years.asked_period = line.asked_period
            and closed_years.target = line.target
    ),

    milestone as (
        select
            *,
            case
                when at_horizon and (by_mean or horizon <> 'average') then floor_goal
                when whole_number and bound in ('at_most', 'below') then ceil(round(floor_value, 6))
                when whole_number then floor(round(floor_value, 6))
                else floor_value
            end as floor_milestone,
            case
                when at_horizon and (by_mean or horizon <> 'average') then stretch_goal
                when whole_number and bound in ('at_most', 'below', 'between') then ceil(round(stretch_value, 6))
                when whole_number then floor(round(stretch_value, 6))
                else stretch_value
            end as stretch_milestone,
            case
                when bound = 'between'
                    then coalesce(stretch_milestone - compared_value < compared_value - floor_milestone, false)
                else scenario = 'stretch' and stretch_milestone is not null
            end as by_stretch,
            case when bound in ('at_most', 'below') or (bound = 'between' and by_stretch) then -1 else 1 end as upward
        from valued
    ),

    stretch_of_path as (
        select
            commune, plan, target, year, end_month,
            coalesce(lag(end_month) over earlier, end_month - 1) as start_month,
            coalesce(
                lag(floor_value) over earlier,
                case path_kind when 'linear' then from_floor when 'share' then 0 end,
                floor_value
            ) as start_floor,
            floor_value as stop_floor,
            coalesce(
                lag(stretch_value) over earlier,
                case path_kind when 'linear' then from_stretch when 'share' then 0 end,
                stretch_value
            ) as start_stretch,
            stretch_value as stop_stretch
        from (select * replace (coalesce(stretch_value, floor_value) as stretch_value) from path) as path
        where kind = 'month' and wanted and floor_value is not null and accumulation <> 'growth'
        window earlier as (
            partition by commune, plan, target, case when path_kind <> 'linear' then year end order by end_month
        )
    ),

    met_stretch as (
        select
            line.commune, line.asked_period, line.target, line.end_month as now_month, line.upward,
            line.compared_value::double as value, piece.start_month, piece.end_month as stop_month,
            case when line.by_stretch then piece.start_stretch else piece.start_floor end::double as start_value,
            case when line.by_stretch then piece.stop_stretch else piece.stop_floor end::double as stop_value,
            case
                when value not between least(start_value, stop_value) and greatest(start_value, stop_value) then null
                when start_value = stop_value then least(greatest(now_month, piece.start_month), stop_month)
                else piece.start_month + (value - start_value) / (stop_value - start_value) * (stop_month - piece.start_month)
            end as reached_month
        from milestone as line
        inner join stretch_of_path as piece
            on piece.commune = line.commune and piece.plan = line.plan and piece.target = line.target
            and (piece.year = line.year or line.path_kind = 'linear')
        where line.compared_value is not null and not line.by_mean
    ),

    lateness as (
        select
            commune, asked_period, target,
            upward * (max_by(stop_value, stop_month) - min_by(start_value, stop_month)) >= 0 as forward,
            upward * (value - min_by(start_value, stop_month)) < 0 as worse_than_start,
            coalesce(
                min_by(reached_month, abs(reached_month - now_month)),
                case when forward = worse_than_start then min(start_month) else max(stop_month) end
            ) as attained_month,
            case when forward then now_month - attained_month else attained_month - now_month end as late_months
        from met_stretch
        group by commune, asked_period, target, now_month, upward, value
        having min(least(start_value, stop_value)) < max(greatest(start_value, stop_value))
    ),

    final as (
        select milestone.* exclude (floor_value, stretch_value), at_decimals(lateness.late_months, 4) as late_months
        from milestone
        left join lateness
            on lateness.commune = milestone.commune and lateness.asked_period = milestone.asked_period
            and lateness.target = milestone.target
    )

    select * from final
)
