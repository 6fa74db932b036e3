-- Purpose: the least-squares line through a target's quarters: the values at the quarters' ends after the plan's
--          baseline year, up to the asked period.
-- Grain: one row a commune, asked period and target that has such a value; none of a total.
-- Parameters: forecast_lines, known: names of relations made by forecast_line and value_at.
-- Columns: points, how many quarters; fallen, one of them cannot be fitted (83_fitted.sql); mean_month, mean_fitted, the
--   middle of the line, slope a month and squares_of_months (Sxx); spread, the standard deviation of the values about
--   the line (n - 2), null of fewer than three.
create or replace macro trend(forecast_lines, known) as table (
    with point as materialized (
        select
            line.commune, line.asked_period, line.target, period.end_month, fitted(known.value, line.by_log) as value
        from query_table(forecast_lines) as line
        inner join query_table(known) as known
            on known.commune = line.commune and known.measure = line.measure and known.at_end
        inner join period
            on period.period = known.period and period.kind = 'quarter' and period.year > line.baseline_year
            and period.end_month <= line.end_month
        where not line.by_pace
    ),

    laid as materialized (
        select
            commune, asked_period, target, count(*) as points, count(*) > count(value) as fallen,
            regr_avgx(value, end_month) as mean_month, regr_avgy(value, end_month) as mean_fitted,
            regr_slope(value, end_month) as slope, regr_sxx(value, end_month) as squares_of_months
        from point
        group by commune, asked_period, target
    ),

    scattered as (
        select
            commune, asked_period, target,
            sum(pow(point.value - laid.mean_fitted - laid.slope * (point.end_month - laid.mean_month), 2)) as squares
        from laid
        inner join point using (commune, asked_period, target)
        group by commune, asked_period, target
    ),

    final as (
        select
            laid.*, sqrt(scattered.squares / case when laid.points > 2 then laid.points - 2 end) as spread
        from laid
        inner join scattered using (commune, asked_period, target)
    )

    select * from final
)
