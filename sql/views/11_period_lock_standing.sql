-- Purpose: the last act of locking or unlocking that holds for each period: an act holds for every period that ends
--          within its own, for a period's value may be that of another that ends on the same day (40_value_at.sql).
-- Grain: one row a commune and period that was ever locked or unlocked. Parameter: as_of, timestamp in UTC.
-- Columns: act; locked_period, the period that was named; locked, reason, acted_at (UTC), acted_by.
create or replace macro period_lock_standing(as_of) as table (
    select
        period_lock.commune, period.period, period_lock.act, period_lock.period as locked_period, period_lock.locked,
        period_lock.reason, period_lock.acted_at, period_lock.acted_by
    from kpi.period_lock as period_lock
    inner join period as named on named.period = period_lock.period
    inner join period
        on period.end_month > named.end_month - named.length_months and period.end_month <= named.end_month
    where period_lock.acted_at <= as_of
    qualify row_number() over (partition by period_lock.commune, period.period order by period_lock.act desc) = 1
)
