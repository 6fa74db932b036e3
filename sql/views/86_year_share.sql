-- Purpose: how much of a year's total is due by the end of each month: as the mean of the years before, and by the path.
-- Grain: one row a commune, asked period, target that is a total, and month of the year.
-- Parameters: forecast_lines, known: names of relations made by forecast_line and value_at.
-- Columns: month, 1 to 12; past_share, null where no earlier year that came to a positive total has a value then;
--   path_share, the plan's pace, else even. Of December both are 1.
create or replace macro year_share(forecast_lines, known) as table (
    with past as (
        select
            line.commune, line.asked_period, line.target, period.last_month as month,
            avg(known.value::double / total.value) as share
        from query_table(forecast_lines) as line
        inner join query_table(known) as known
            on known.commune = line.commune and known.measure = line.measure and known.at_end
        inner join period on period.period = known.period and period.kind = 'month' and period.year < line.year
        inner join query_table(known) as total
            on total.commune = line.commune and total.measure = line.measure and total.at_end
            and total.period = period.year::varchar and total.value > 0
        where line.by_pace
        group by all
    ),

    final as (
        select
            line.commune, line.asked_period, line.target, calendar.month,
            case when past.share is not null then case when calendar.month = 12 then 1 else past.share end end
                as past_share,
            case when calendar.month = 12 then 1 else coalesce(pace.share::double / 100, calendar.month / 12.0) end
                as path_share
        from query_table(forecast_lines) as line
        cross join (select unnest(range(1, 13)) as month) as calendar
        left join past
            on past.commune = line.commune and past.asked_period = line.asked_period and past.target = line.target
            and past.month = calendar.month
        left join kpi.pace as pace
            on pace.commune = line.commune and pace.plan = line.plan and pace.target = line.target
            and pace.month = calendar.month
        where line.by_pace
    )

    select * from final
)
