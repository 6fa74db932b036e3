-- Purpose: where the ledger of a commune stands; it moves with every upload and withdrawal.
-- Grain: one row. Parameter: commune.
select
    (select count(*) from kpi.upload where commune = $commune) as uploads,
    (select count(*) from kpi.withdrawal where commune = $commune) as withdrawals
