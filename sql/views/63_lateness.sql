-- Purpose: when the path reaches the actual value, against now (design, section 3: lateness in time).
-- Grain: one row a commune, asked period and target that has a value and a path that is not flat.
-- Parameters: measured, paths, lines: names of relations made by measured, path and target_line.
-- Columns: late_months, positive is late. From the path before rounding, a straight line between its months, within its
--   span: from the baseline to the last year, or from nothing within the year; what lies before a version's takeover is
--   the path of the versions before it. Where it passes the value several times, the time nearest to now counts. On a
--   path that runs towards the worse (a ceiling filled up in the year) to be where the path only comes later is late.
create or replace macro lateness(measured, paths, lines) as table (
    with month as (
        select
            path.commune, path.plan, path.target, line.measure, line.handover_month, path.year, path.path_kind,
            path.end_month, path.started_month, path.floor_value::double as floor_value,
            coalesce(path.stretch_value, path.floor_value)::double as stretch_value,
            coalesce(path.own_value, path.floor_value)::double as own_value,
            case when path.path_kind in ('linear', 'steps') then path.started_floor when path.path_kind = 'share' then 0
            end as first_floor,
            case when path.path_kind in ('linear', 'steps') then path.started_stretch when path.path_kind = 'share' then 0
            end as first_stretch
        from query_table(paths) as path
        inner join query_table(lines) as line using (commune, plan, target)
        where path.kind = 'month' and path.floor_value is not null and path.end_month > path.started_month
    ),

    laid as (
        select month.* exclude (plan), own.plan
        from (select distinct commune, plan, target, measure, started_month from month) as own
        inner join month
            on month.commune = own.commune and month.target = own.target and month.measure = own.measure
            and (
                month.plan = own.plan
                or (month.end_month <= month.handover_month and month.handover_month <= own.started_month)
            )
    ),

    piece as (
        select
            commune, plan, target, year, path_kind, end_month as stop_month,
            coalesce(lag(end_month) over earlier, end_month - 1) as start_month,
            floor_value as stop_floor,
            coalesce(lag(floor_value) over earlier, first_floor, floor_value) as start_floor,
            stretch_value as stop_stretch,
            coalesce(lag(stretch_value) over earlier, first_stretch, stretch_value) as start_stretch,
            own_value as stop_own,
            coalesce(lag(own_value) over earlier, first_floor, own_value) as start_own
        from laid
        window earlier as (
            partition by commune, plan, target, case when path_kind in ('share', 'flat') then year end
            order by end_month
        )
    ),

    sided as (
        select
            line.commune, line.asked_period, line.target, line.end_month as now_month, line.upward,
            line.compared_value::double as value, piece.start_month, piece.stop_month,
            case when line.by_own then piece.start_own when line.by_stretch then piece.start_stretch
                else piece.start_floor
            end as start_value,
            case when line.by_own then piece.stop_own when line.by_stretch then piece.stop_stretch
                else piece.stop_floor
            end as stop_value
        from query_table(measured) as line
        inner join piece
            on piece.commune = line.commune and piece.plan = line.plan and piece.target = line.target
        where line.compared_value is not null and not line.by_mean and line.accumulation <> 'growth'
            and (piece.path_kind in ('linear', 'steps') or piece.year = line.year)
    ),

    crossed as (
        select
            *,
            case
                when value not between least(start_value, stop_value) and greatest(start_value, stop_value) then null
                when start_value = stop_value then least(greatest(now_month, start_month), stop_month)
                else start_month + (value - start_value) / (stop_value - start_value) * (stop_month - start_month)
            end as reached_month
        from sided
    ),

    spanned as (
        select
            commune, asked_period, target, now_month, upward,
            upward * (max_by(stop_value, stop_month) - min_by(start_value, stop_month)) >= 0 as forward,
            upward * (value - min_by(start_value, stop_month)) < 0 as worse_than_start,
            min(start_month) as first_month, max(stop_month) as final_month,
            min_by(reached_month, abs(reached_month - now_month)) as reached_month
        from crossed
        group by commune, asked_period, target, now_month, upward, value
        having min(least(start_value, stop_value)) < max(greatest(start_value, stop_value))
    ),

    attained as (
        select
            *,
            coalesce(reached_month, case when forward = worse_than_start then first_month else final_month end)
                - now_month as months_ahead
        from spanned
    ),

    final as (
        select
            commune, asked_period, target,
            at_four(case when forward then -months_ahead else months_ahead end) as late_months
        from attained
    )

    select * from final
)
