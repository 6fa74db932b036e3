-- Purpose: how much of a year's total is due by the end of each month; without rows the pace is even.
-- Grain: one row a commune, plan version, target and month.
create table kpi.pace (
    commune  varchar not null,
    plan     integer not null,
    target   varchar not null,
    month    integer not null,          -- 1 to 12
    share    decimal(18, 4) not null,   -- cumulative since January, in percent; 100 in December
    source   varchar not null,          -- own (the office's), history (as the years before, when the plan was recorded)
    primary key (commune, plan, target, month)
)
