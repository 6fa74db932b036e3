-- Purpose: the goals a plan version holds for single years ('chỉ tiêu giao năm').
-- Grain: one row a commune, plan version, target and year.
create table kpi.year_goal (
    commune  varchar not null,
    plan     integer not null,
    target   varchar not null,
    year     integer not null,
    value    decimal(18, 4) not null,
    stretch  decimal(18, 4),
    primary key (commune, plan, target, year)
)
