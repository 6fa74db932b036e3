-- Purpose: the steps of a path that rises at dates: from on_date on, at least this much.
-- Grain: one row a commune, plan version, target, scenario and date.
create table kpi.step (
    commune   varchar not null,
    plan      integer not null,
    target    varchar not null,
    scenario  varchar not null,         -- floor, stretch
    on_date   date not null,
    value     decimal(18, 4) not null,
    primary key (commune, plan, target, scenario, on_date)
)
