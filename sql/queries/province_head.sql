-- Purpose: where the record of all communes stood at a moment; it moves with every upload, withdrawal and lock.
-- Grain: one row. Parameter: as_of, timestamp in UTC. Columns: uploads, withdrawals, locks, how many there were.
select
    (select count(distinct upload) from kpi.upload where recorded_at <= $as_of) as uploads,
    (select count(distinct upload) from kpi.withdrawal where withdrawn_at <= $as_of) as withdrawals,
    (select count(*) from kpi.period_lock where acted_at <= $as_of) as locks
