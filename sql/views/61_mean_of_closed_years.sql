-- Purpose: the mean of an average target's years that had closed: geometric for growth, arithmetic for the others.
-- Grain: one row a commune, asked period, moment and average target with a closed year in its horizon up to the period.
-- Parameters: judged_lines, known: names of relations made by judged_line and value_at.
-- Columns: mean_value in the target's unit; null where one of those years has no value. A fall by more than all counts
--   as a fall by all.
create or replace macro mean_of_closed_years(judged_lines, known) as table (
    with final as (
        select
            line.commune, line.asked_period, line.target, line.moment,
            case
                when count(*) > count(known.value) then null
                when any_value(line.accumulation) = 'growth'
                    then (pow(product(greatest(1 + known.value / 100.0, 0)), 1.0 / count(*)) - 1) * 100
                else avg(known.value)
            end as mean_value
        from query_table(judged_lines) as line
        inner join period as closed
            on closed.kind = 'year' and closed.year >= line.first_year and closed.end_month <= line.end_month
            and line.moment + interval 7 hours
                >= year_closes_at(closed.year, line.closes_month, line.closes_day, line.closes_next_year)
        left join query_table(known) as known
            on known.commune = line.commune and known.measure = line.measure and known.period = closed.period
            and known.at_end and line.moment >= known.from_at and line.moment < known.to_at
        where line.horizon = 'average'
        group by line.commune, line.asked_period, line.target, line.moment
    )

    select * from final
)
