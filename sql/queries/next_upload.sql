-- Purpose: the number the next upload gets. Grain: one row.
select coalesce(max(upload), 0) + 1 as upload from kpi.upload
