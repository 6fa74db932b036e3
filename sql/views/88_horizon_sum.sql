-- Purpose: the years that a forecast is the mean of (one year, where it is no average): known and still to come.
-- Grain: one row a commune, asked period and target.
-- Parameters: forecast_lines, known: names of relations made by forecast_line and value_at; as_of, timestamp in UTC.
-- Columns: years, how many; closed_years of them (61_mean_of_closed_years.sql); year_missing, one of these has no value;
--   fallen, one cannot be fitted (83_fitted.sql); known_sum, of the values known up to the asked period, as fitted;
--   open_years to be forecast, the asked year of a total not among them, and months_sum of their Decembers.
create or replace macro horizon_sum(forecast_lines, known, as_of) as table (
    with covered as (
        select
            line.commune, line.asked_period, line.target, line.mean_year, line.by_log, calendar.end_month,
            calendar.end_month <= line.end_month
                and as_of + interval 7 hours
                    >= year_closes_at(calendar.year, line.closes_month, line.closes_day, line.closes_next_year)
                as is_closed,
            line.by_pace and calendar.year = line.year as by_pace,
            case when calendar.end_month <= line.end_month then known.value end as value
        from (
            select
                *, case horizon when 'average' then first_year else about_year end as mean_year
            from query_table(forecast_lines)
        ) as line
        inner join period as calendar
            on calendar.kind = 'year' and calendar.year between line.mean_year and line.about_year
        left join query_table(known) as known
            on known.commune = line.commune and known.measure = line.measure and known.period = calendar.period
            and known.at_end
    ),

    final as (
        select
            commune, asked_period, target, count(*) as years,
            count(*) filter (is_closed) as closed_years,
            bool_or(is_closed and value is null) as year_missing,
            bool_or(value is not null and fitted(value, by_log) is null) as fallen,
            coalesce(sum(fitted(value, by_log)) filter (not by_pace), 0) as known_sum,
            count(*) filter (value is null and not by_pace) as open_years,
            coalesce(sum(end_month) filter (value is null and not by_pace), 0) as months_sum
        from covered
        group by commune, asked_period, target
    )

    select * from final
)
