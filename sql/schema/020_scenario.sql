-- Purpose: the growth scenarios an office adds beside floor and stretch; their values are rows of kpi.milestone.
-- Grain: one row a commune, plan version and scenario.
create table kpi.scenario (
    commune    varchar not null,
    plan       integer not null,
    scenario   varchar not null,   -- 'kb1'
    ordinal    integer not null,   -- the plan's own order
    name_vi    varchar not null,
    sector_vi  varchar not null,   -- 'Nông nghiệp', '' for the whole
    primary key (commune, plan, scenario)
)
