-- Purpose: the locks that keep an upload from being taken back: without it another value, or none, would speak for a
--   locked period. Grain: one row an act of locking, period and commune.
-- Parameters: upload; communes, list of those of the upload that ever locked a period; as_of, timestamp in UTC.
-- Columns: period, locked_period, reason, acted_at (UTC), acted_by.
select distinct before.commune, before.period, before.locked_period, before.reason, before.acted_at, before.acted_by
from value_of_locked($communes, $as_of, null) as before
left join value_of_locked($communes, $as_of, $upload) as after using (commune, measure, period)
where before.locked and after.value is distinct from before.value
order by before.commune, before.period
