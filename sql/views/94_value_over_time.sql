-- Purpose: the value that spoke for each period, at every moment; as of one of them it is what value_at says.
-- Grain: one row a commune, measure, period and stretch of moments between two changes of the record that concern it;
--   none while no value stands.
-- Parameters: communes, list; periods, list of those asked for (the calendar's years are always among the answer).
-- Columns: value in the measure's unit; at_end, it is of a period that ends with this one (earlier ones only speak for
--   a measure that a yes/no is judged on); from_at, to_at (exclusive), in UTC. What a judgement does not need of
--   value_at's columns is null.
create or replace macro value_over_time(communes, periods) as table (
    with said as materialized (
        select
            observation.commune, observation.measure, period.end_month, period.length_months,
            observation.period as value_period, observation.upload, observation.value, upload.recorded_at,
            coalesce(withdrawal.withdrawn_at, timestamp 'infinity') as withdrawn_at
        from kpi.observation as observation
        inner join kpi.upload as upload using (commune, upload)
        inner join period on period.period = observation.period
        left join kpi.withdrawal as withdrawal using (commune, upload)
        where observation.commune in (select unnest(communes))
            and observation.commune between list_min(communes) and list_max(communes)
    ),

    asked as (
        select period, end_month from period where kind = 'year' or period in (select unnest(periods))
    ),

    yes_no as (select distinct commune, measure from kpi.target where bound = 'achieved'),

    spoken as materialized (
        select
            said.commune, said.measure, asked.period, said.value, said.recorded_at, said.withdrawn_at, true as at_end,
            -- of the period itself first, then of the longest, then the newest
            ((said.value_period = asked.period)::bigint * 16 + said.length_months) * 4294967296 + said.upload as rank
        from said
        inner join asked on asked.end_month = said.end_month

        union all

        select
            said.commune, said.measure, asked.period, said.value, said.recorded_at, said.withdrawn_at, false,
            -- all of them before those that end with the period, the latest first
            ((said.end_month - 100000)::bigint * 16 + said.length_months) * 4294967296 + said.upload
        from said
        semi join yes_no using (commune, measure)
        inner join asked on asked.end_month > said.end_month
    ),

    change as (
        select commune, measure, period, recorded_at as from_at from spoken
        union
        select commune, measure, period, withdrawn_at from spoken where withdrawn_at < timestamp 'infinity'
    ),

    stretch as (
        select
            *,
            lead(from_at, 1, timestamp 'infinity') over (partition by commune, measure, period order by from_at)
                as to_at
        from change
    ),

    final as (
        select
            stretch.commune, stretch.measure, stretch.period, stretch.from_at, stretch.to_at,
            max_by(spoken.value, spoken.rank) as value, max(spoken.rank) > 0 as at_end,
            null::varchar as value_period, null::boolean as estimate, null::integer as upload
        from stretch
        inner join spoken
            on spoken.commune = stretch.commune and spoken.measure = stretch.measure
            and spoken.period = stretch.period and spoken.recorded_at <= stretch.from_at
            and spoken.withdrawn_at > stretch.from_at
        group by stretch.commune, stretch.measure, stretch.period, stretch.from_at, stretch.to_at
    )

    select * from final
)
