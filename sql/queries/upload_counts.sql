-- Purpose: how much was ever recorded and withdrawn, of all communes: whatever changes it changes what a sheet is read
--   beside. Grain: one row. Columns: uploads, withdrawals.
select
    (select count(*) from kpi.upload) as uploads,
    (select count(*) from kpi.withdrawal) as withdrawals
