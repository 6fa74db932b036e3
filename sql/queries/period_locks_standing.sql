-- Purpose: which periods are locked, or had been, as of a moment. Grain: one row a period.
-- Parameters: commune; as_of, timestamp in UTC. Columns: sql/views/11_period_lock_standing.sql.
select lock.period, lock.act, lock.locked_period, lock.locked, lock.reason, lock.acted_at, lock.acted_by
from period_lock_standing($as_of) as lock
inner join period using (period)
where lock.commune = $commune
order by period.end_month, period.length_months
