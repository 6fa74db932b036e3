-- Purpose: what speaks for each period that is locked, or had been: its own value, else that of the longest period that
--          ends on the same day (40_value_at.sql, without what was known before the period's end).
-- Grain: one row a commune, measure and period that was ever locked or unlocked and has a value.
-- Parameters: communes, list; as_of, timestamp in UTC; but, the number of an upload that is not to count, or null.
-- Columns: value in the measure's unit; of the lock locked, locked_period, reason, acted_at (UTC), acted_by.
create or replace macro value_of_locked(communes, as_of, but) as table (
    with observed as materialized (
        select
            observation.commune, observation.measure, observation.period, period.end_month, period.length_months,
            arg_max(observation.value, observation.upload) as value
        from kpi.observation as observation
        inner join upload_standing(as_of) as standing using (commune, upload)
        inner join period using (period)
        where observation.upload is distinct from but
            and observation.commune in (select unnest(communes))
            -- of one commune among many: this, unlike the list, reaches the scan
            and observation.commune between list_min(communes) and list_max(communes)
        group by all
    ),

    longest as (
        select commune, measure, end_month, arg_max(value, length_months) as value
        from observed
        group by all
    ),

    final as (
        select
            lock.commune, longest.measure, lock.period, coalesce(own.value, longest.value) as value,
            lock.locked, lock.locked_period, lock.reason, lock.acted_at, lock.acted_by
        from period_lock_standing(as_of) as lock
        inner join period using (period)
        inner join longest on longest.commune = lock.commune and longest.end_month = period.end_month
        left join observed as own
            on own.commune = lock.commune and own.measure = longest.measure and own.period = lock.period
    )

    select * from final
)
