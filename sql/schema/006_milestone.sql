-- Purpose: the milestones a plan version fixed; where there is none, the milestone is derived (sql/views).
-- Grain: one row a commune, plan version, target, scenario and period.
create table kpi.milestone (
    commune   varchar not null,
    plan      integer not null,
    target    varchar not null,
    scenario  varchar not null,         -- floor, stretch
    period    varchar not null,
    value     decimal(18, 4) not null,
    primary key (commune, plan, target, scenario, period)
)
