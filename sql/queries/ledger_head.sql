-- Purpose: where the record of a commune stood at a moment; it moves with every write that can change a judgement,
--          and with what is locked.
-- Grain: one row. Parameters: commune; as_of, timestamp in UTC.
select
    (select count(*) from kpi.upload where commune = $commune and recorded_at <= $as_of) as uploads,
    (select count(*) from kpi.withdrawal where commune = $commune and withdrawn_at <= $as_of) as withdrawals,
    (select count(*) from kpi.plan where commune = $commune and recorded_at <= $as_of) as plans,
    (select count(*) from kpi.measure where commune = $commune and recorded_at <= $as_of) as measures,
    (select count(*) from kpi.period_lock where commune = $commune and acted_at <= $as_of) as locks
