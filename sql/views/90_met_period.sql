-- Purpose: when the goal would be met (design, section 3: forecast).
-- Grain: one row a commune, asked period and target that would meet it by the end of the calendar.
-- Parameters: expected_lines, trends, paces: names of relations made by expected, trend and year_pace.
-- Columns: met_period: the asked period where it is met there already; of the mean of years the last of them, of a
--   total that must not pass a bound December: neither is met before; of another total the first month, else the first
--   quarter, at whose end it would be.
create or replace macro met_period(expected_lines, trends, paces) as table (
    with placed as (
        select
            line.commune, line.asked_period, line.target, line.year, line.end_month, line.about_year, line.meets_goal,
            line.reason, line.compared_decimals, line.bound, line.goal, line.goal_upper, line.minimum, line.maximum,
            line.by_pace, line.horizon, trend.mean_month, trend.mean_fitted, trend.slope, pace.total,
            line.horizon = 'average' or (line.by_pace and line.bound in ('at_most', 'below', 'between')) as at_its_end,
            not at_its_end and line.premise is null
                and coalesce(meets_bound(line.compared_value, line.bound, line.goal, line.goal_upper), false) as is_met,
            pace.later_shares
        from query_table(expected_lines) as line
        left join query_table(trends) as trend using (commune, asked_period, target)
        left join query_table(paces) as pace using (commune, asked_period, target)
    ),

    ahead as (
        select
            line.commune, line.asked_period, line.target, period.period, period.end_month,
            line.mean_fitted + line.slope * (period.end_month - line.mean_month) as value
        from placed as line
        inner join period on period.kind = 'quarter' and period.end_month > line.end_month
        where line.reason is null and not line.at_its_end and not line.is_met and not line.by_pace

        union all

        select
            line.commune, line.asked_period, line.target, period.period, period.end_month, line.total * later.share
        from (
            select commune, asked_period, target, year, total, unnest(later_shares) as later
            from placed
            where reason is null and not at_its_end and not is_met and by_pace
        ) as line
        inner join period
            on period.kind = 'month' and period.year = line.year and period.last_month = line.later.month
    ),

    reached as (
        select ahead.commune, ahead.asked_period, ahead.target, min_by(ahead.period, ahead.end_month) as period
        from ahead
        inner join placed as line using (commune, asked_period, target)
        where meets_bound(
            compared_at(within_range(ahead.value, line.minimum, line.maximum), line.compared_decimals),
            line.bound, line.goal, line.goal_upper
        )
        group by all
    ),

    final as (
        select
            line.commune, line.asked_period, line.target,
            case
                when line.is_met then line.asked_period
                when not line.at_its_end then reached.period
                when line.meets_goal and line.horizon = 'average' then line.about_year::varchar
                when line.meets_goal then line.about_year::varchar || '-12'
            end as met_period
        from placed as line
        left join reached using (commune, asked_period, target)
    )

    select * from final where met_period is not null
)
