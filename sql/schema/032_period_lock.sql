-- Purpose: reporting periods locked and unlocked; rows are only added, a later act overrides an earlier one.
-- Grain: one row a commune and act. An act holds for every period that ends within its own.
create table kpi.period_lock (
    commune   varchar not null,
    act       integer not null,     -- 1, 2, … within the commune, as they were committed
    period    varchar not null,
    locked    boolean not null,     -- false: unlocked
    reason    varchar not null,     -- empty where a lock has none
    acted_at  timestamp not null,   -- UTC
    acted_by  varchar not null,
    primary key (commune, act)
)
