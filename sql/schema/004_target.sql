-- Purpose: the judged lines of a plan version: a bound on a measure over a horizon.
-- Grain: one row a commune, plan version and target.
create table kpi.target (
    commune     varchar not null,
    plan        integer not null,
    target      varchar not null,         -- '9.1'
    ordinal     integer not null,         -- the plan's own order
    indicator   varchar not null,         -- '9'
    group_vi    varchar not null,
    name_vi     varchar not null,
    unit        varchar not null,
    measure     varchar not null,
    horizon     varchar not null,         -- each_year, by_year, average
    first_year  integer not null,
    last_year   integer not null,
    bound       varchar not null,         -- at_least, at_most, below, above, between, achieved
    value       decimal(18, 4) not null,  -- the goal; the floor of a band; the lower edge of between
    stretch     decimal(18, 4),           -- the upper end of a band or of between
    tolerance   decimal(18, 4),           -- in the target's unit; null: by default (design, section 3)
    commitment  varchar not null,         -- firm, strive
    suspended   boolean not null,
    primary key (commune, plan, target)
)
