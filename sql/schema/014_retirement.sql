-- Purpose: the targets that a plan version no longer has, since they were retired or replaced: none just vanishes.
-- Grain: one row a commune, plan version and target that an earlier version had.
create table kpi.retirement (
    commune      varchar not null,
    plan         integer not null,
    target       varchar not null,
    replaced_by  varchar,              -- the target that took its place, null where it was only retired
    primary key (commune, plan, target)
)
