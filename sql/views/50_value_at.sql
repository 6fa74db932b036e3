-- Purpose: the value that speaks for each period: its own, else that of a period ending together with it (the longest
--          first), else the last one before, for those who ask what was last known.
-- Grain: one row a commune, measure and period that has any value at or before its end.
-- Parameters: communes and periods, lists (the calendar's years are always among the answer); as_of, timestamp in UTC.
-- Columns: value in the measure's unit, value_period (the period it was said of), value_month (when that ends, months
--   since year 0), end_month (when the asked one ends), estimate (said to be, or the period has not ended), upload.
create or replace macro value_at(communes, periods, as_of) as table (
    with observed as materialized (
        select
            known.commune, known.measure, known.period as value_period, known.value, known.upload,
            known.estimate or as_of + interval 7 hours < period.ends_on + 1 as estimate,
            period.end_month as value_month, period.length_months
        from observation_standing(as_of) as known
        inner join period using (period)
        where known.commune in (select unnest(communes))
    ),

    longest as (
        select * from observed
        qualify row_number() over (partition by commune, measure, value_month order by length_months desc) = 1
    ),

    asked as (
        select measures.commune, measures.measure, period.period, period.end_month
        from (select distinct commune, measure from observed) as measures
        cross join period
        where period.kind = 'year' or period.period in (select unnest(periods))
    ),

    final as (
        select
            asked.commune, asked.measure, asked.period, asked.end_month,
            coalesce(own.value_period, latest.value_period) as value_period,
            coalesce(own.value_month, latest.value_month) as value_month,
            coalesce(own.value, latest.value) as value,
            coalesce(own.estimate, latest.estimate) as estimate,
            coalesce(own.upload, latest.upload) as upload
        from asked
        asof inner join longest as latest
            on latest.commune = asked.commune and latest.measure = asked.measure
            and latest.value_month <= asked.end_month
        left join observed as own
            on own.commune = asked.commune and own.measure = asked.measure and own.value_period = asked.period
    )

    select * from final
)
