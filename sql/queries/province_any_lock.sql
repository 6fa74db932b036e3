-- Purpose: whether any period of any commune was ever locked. Grain: one row, or none. Parameter: as_of (UTC).
select true as locked from kpi.period_lock where acted_at <= $as_of limit 1
