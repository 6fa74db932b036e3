-- Purpose: the goals a plan version holds for single years ('chỉ tiêu giao năm'), by who assigned them.
-- Grain: one row a commune, plan version, target, year and assigner.
create table kpi.assigned_goal (
    commune      varchar not null,
    plan         integer not null,
    target       varchar not null,
    year         integer not null,
    assigned_by  varchar not null,         -- city; council (the commune's own, which then judges the year)
    value        decimal(18, 4) not null,
    stretch      decimal(18, 4),
    primary key (commune, plan, target, year, assigned_by)
)
