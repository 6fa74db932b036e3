-- Purpose: the number the next act of locking gets. Grain: one row. Parameter: commune.
select coalesce(max(act), 0) + 1 as act from kpi.period_lock where commune = $commune
