-- Purpose: adds one act of locking or unlocking a period.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.period_lock (
    commune, act, period, locked, reason, acted_at, acted_by
) values (
    $commune, $act, $period, $locked, $reason, $acted_at, $acted_by
)
