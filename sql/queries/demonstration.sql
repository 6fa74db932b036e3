-- Purpose: whether the store's figures are invented. Grain: one row. Columns: is_demonstration, boolean.
select count(*) > 0 as is_demonstration from kpi.demonstration
