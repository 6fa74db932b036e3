-- Purpose: the pace of this year's total: what it will come to if it goes on so, and how unevenly it has come.
-- Grain: one row a commune, asked period and target that is a total with a value in the asked year up to the period.
-- Parameters: forecast_lines, known, shares: names of relations made by forecast_line, value_at and year_share.
-- Columns: points, the month-ends of the year with a value; reached, the latest of them, and its share of the year;
--   total, the year's at this pace, null of no share; steps, the increments that the spread rests on; spread, the
--   standard deviation of a whole year's increments about the pace (n - 1), null of fewer than two;
--   later_shares, of the months yet to come: month, share.
-- Where the years before say nothing of a month, the path's share, scaled to theirs of the latest month, stands in. Of
-- months that the shares say nothing comes in, none is a step of its own.
create or replace macro year_pace(forecast_lines, known, shares) as table (
    with said as materialized (
        select
            line.commune, line.asked_period, line.target, period.last_month as month,
            max_by(known.value, known.period = line.period)::double as value,
            max(period.last_month) over (partition by line.commune, line.asked_period, line.target) as now_month
        from query_table(forecast_lines) as line
        inner join query_table(known) as known
            on known.commune = line.commune and known.measure = line.measure and known.at_end
        inner join period
            on period.period = known.period and period.year = line.year and period.end_month <= line.end_month
            and (period.kind = 'month' or period.period = line.period)
        where line.by_pace
        group by line.commune, line.asked_period, line.target, period.last_month
    ),

    latest as (
        select
            said.commune, said.asked_period, said.target, said.now_month, said.value as reached, share.path_share,
            share.past_share is not null as by_past, coalesce(share.past_share, share.path_share) as share
        from said
        inner join query_table(shares) as share using (commune, asked_period, target, month)
        where said.month = said.now_month
    ),

    shared as (
        select
            share.commune, share.asked_period, share.target, share.month, said.value, latest.now_month,
            latest.share as now_share,
            case
                when latest.by_past and share.month > latest.now_month
                    then coalesce(share.past_share, share.path_share)
                when latest.by_past
                    then coalesce(share.past_share, share.path_share * latest.share / nullif(latest.path_share, 0))
                else share.path_share
            end as share
        from latest
        inner join query_table(shares) as share using (commune, asked_period, target)
        left join said using (commune, asked_period, target, month)
    ),

    growing as (
        select *
        from shared
        where value is not null and (month = now_month or (share > 0 and share < now_share))
        qualify share > coalesce(max(share) over (
            partition by commune, asked_period, target order by month rows between unbounded preceding and 1 preceding
        ), 0)
    ),

    step as (
        select
            *,
            value - coalesce(lag(value) over in_time, 0) as increment,
            share - coalesce(lag(share) over in_time, 0) as share_step
        from growing
        window in_time as (partition by commune, asked_period, target order by month)
    ),

    spreading as (
        select
            step.commune, step.asked_period, step.target, count(*) as steps,
            sqrt(
                sum(pow(step.increment - latest.reached / latest.share * step.share_step, 2) / step.share_step)
                / nullif(count(*) - 1, 0)
            ) as spread
        from step
        inner join latest using (commune, asked_period, target)
        group by step.commune, step.asked_period, step.target
    ),

    final as (
        select
            latest.commune, latest.asked_period, latest.target, latest.reached, latest.share,
            case when latest.share > 0 then latest.reached / latest.share end as total,
            coalesce(spreading.steps, 0) as steps, spreading.spread,
            count(shared.value) as points,
            list({month: shared.month, share: shared.share} order by shared.month)
                filter (shared.month > latest.now_month) as later_shares
        from latest
        inner join shared using (commune, asked_period, target)
        left join spreading using (commune, asked_period, target)
        group by all
    )

    select * from final
)
