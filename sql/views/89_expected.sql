-- Purpose: the value to be expected, with its 80% interval, or why there is none (design, section 3: forecast).
-- Grain: one row a commune, asked period and target.
-- Parameters: forecast_lines, trends, paces, sums: names of relations made by forecast_line, trend, year_pace and
--   horizon_sum.
-- Columns: those of forecast_line; points it rests on; expected, low, high within the measure's range; meets_goal, as it
--   would be judged; reason: a premise, year_missing, too_few_quarters, too_few_in_year, no_pace, fallen or unbounded.
-- A sum of k years on the line has the variance s²(k + k²/n + (Σ(x - x̄))²/Sxx): of one year that is the interval of a
-- new observation. Of m years' worth of a total still to come, s of one having come in, it is s²·m(m + s)/s.
create or replace macro expected(forecast_lines, trends, paces, sums) as table (
    with summed as (
        select
            line.*, sums.years, sums.closed_years,
            case when line.by_pace then coalesce(pace.points, 0) else coalesce(trend.points, 0) end as points,
            case
                when line.premise is not null then line.premise
                when sums.year_missing then 'year_missing'
                when line.by_pace and coalesce(pace.points, 0) < 2 then 'too_few_in_year'
                when line.by_pace and (pace.total is null or pace.steps < 2) then 'no_pace'
                when not line.by_pace and coalesce(trend.points, 0) < 4 then 'too_few_quarters'
                when not line.by_pace and (trend.fallen or sums.fallen) then 'fallen'
            end as unfounded,
            sums.open_years + case when line.by_pace then greatest(1 - pace.share, 0) else 0 end as to_come,
            case when line.by_pace then sums.known_sum + pace.reached + to_come * pace.total
                else sums.known_sum + to_come * trend.mean_fitted
                    + trend.slope * (sums.months_sum - to_come * trend.mean_month)
            end / sums.years as middle,
            case when line.by_pace
                then interval_factor(pace.steps - 1) * pace.spread
                    * sqrt(to_come * (to_come + pace.share) / case when pace.share > 0 then pace.share end)
                else interval_factor(trend.points - 2) * trend.spread
                    * sqrt(
                        to_come + pow(to_come, 2) / trend.points
                        + pow(sums.months_sum - to_come * trend.mean_month, 2) / trend.squares_of_months
                    )
            end / sums.years as half_width
        from query_table(forecast_lines) as line
        inner join query_table(sums) as sums using (commune, asked_period, target)
        left join query_table(trends) as trend using (commune, asked_period, target)
        left join query_table(paces) as pace using (commune, asked_period, target)
    ),

    ranged as (
        select
            * exclude (middle, half_width, to_come),
            within_range(measured_again(middle, by_log), minimum, maximum) as in_the_middle,
            within_range(measured_again(middle - half_width, by_log), minimum, maximum) as at_the_least,
            within_range(measured_again(middle + half_width, by_log), minimum, maximum) as at_the_most,
            in_the_middle is not null and at_the_least is not null and at_the_most is not null as is_bounded
        from summed
    ),

    final as (
        select
            * exclude (in_the_middle, at_the_least, at_the_most, is_bounded, unfounded),
            coalesce(unfounded, case when not is_bounded then 'unbounded' end) as reason,
            case when reason is null then in_the_middle end as expected,
            case when reason is null then at_the_least end as low,
            case when reason is null then at_the_most end as high,
            meets_bound(compared_at(expected, compared_decimals), bound, goal, goal_upper) as meets_goal
        from ranged
    )

    select * from final
)
