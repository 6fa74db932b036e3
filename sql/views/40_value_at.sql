-- Purpose: the value that speaks for each period: its own, else that of a period ending together with it (the longest
--          first), else the last one before, for those who ask what was last known.
-- Grain: one row a commune, measure and period that has any value at or before its end.
-- Parameters: communes and periods, lists (the calendar's years are always among the answer); as_of, timestamp in UTC.
-- Columns: value in the measure's unit; value_period, which it was said of; at_end, that this ends with the period
--   itself; estimate, it is only provisional; upload it came from; from_at, to_at, the moments for which the answer is
--   given (94_value_over_time.sql gives it for all).
create or replace macro value_at(communes, periods, as_of) as table (
    with observed as materialized (
        select
            known.commune, known.measure, known.period as value_period, known.value, known.estimate, known.upload,
            period.end_month as value_month, period.length_months
        from observation_standing(as_of) as known
        inner join period using (period)
        where known.commune in (select unnest(communes))
            -- of one commune among many: this, unlike the list, reaches the scan
            and known.commune between list_min(communes) and list_max(communes)
    ),

    longest as (
        select commune, measure, value_month, max_by(observed, length_months) as said
        from observed
        group by commune, measure, value_month
    ),

    asked as (
        select measured.commune, measured.measure, period.period, period.end_month
        from (select distinct commune, measure from observed) as measured
        cross join period
        where period.kind = 'year' or period.period in (select unnest(periods))
    ),

    final as (
        select
            asked.commune, asked.measure, asked.period, latest.value_month = asked.end_month as at_end,
            case when own.value is null then latest.said.value else own.value end as value,
            case when own.value is null then latest.said.value_period else own.value_period end as value_period,
            case when own.value is null then latest.said.estimate else own.estimate end as estimate,
            case when own.value is null then latest.said.upload else own.upload end as upload,
            as_of as from_at, timestamp 'infinity' as to_at
        from asked
        asof inner join longest as latest
            on latest.commune = asked.commune and latest.measure = asked.measure
            and latest.value_month <= asked.end_month
        left join observed as own
            on own.commune = asked.commune and own.measure = asked.measure and own.value_period = asked.period
    )

    select * from final
)
