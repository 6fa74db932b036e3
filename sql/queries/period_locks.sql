-- Purpose: every act of locking and unlocking, the newest first. Grain: one row an act.
-- Parameters: commune; as_of, timestamp in UTC.
-- Columns: act, period, locked, reason, acted_at (UTC), acted_by; in_force, it is the last word on some period.
select
    act, period, locked, reason, acted_at, acted_by,
    act in (select standing.act from period_lock_standing($as_of) as standing where standing.commune = $commune)
        as in_force
from kpi.period_lock
where commune = $commune and acted_at <= $as_of
order by act desc
