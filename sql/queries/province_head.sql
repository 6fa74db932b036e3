-- Purpose: where the record of all communes stands; it moves with every upload, withdrawal and lock. Grain: one row.
select
    (select coalesce(max(upload), 0) from kpi.upload) as uploads,
    (select count(distinct upload) from kpi.withdrawal) as withdrawals,
    (select count(*) from kpi.period_lock) as locks
