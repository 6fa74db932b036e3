-- Purpose: what is reported, as the catalogue said from a moment on; a change is a new row.
-- Grain: one row a commune, measure and moment.
create table kpi.measure (
    commune           varchar not null,
    measure           varchar not null,
    recorded_at       timestamp not null,     -- UTC
    name_vi           varchar not null,
    unit              varchar not null,
    accumulation      varchar not null,       -- level, year_to_date, ratio_to_date, growth
    frequency         varchar not null,       -- month, quarter, half, year
    closes_month      integer not null,       -- the day on which the year closes
    closes_day        integer not null,
    closes_next_year  boolean not null,
    decimals          integer not null,
    better            varchar not null,       -- up, down
    minimum           decimal(18, 4),
    maximum           decimal(18, 4),
    baseline          decimal(18, 4),         -- a start of its own ('tăng thêm' counts from 0)
    lead_unit         varchar not null,
    data_source_vi    varchar not null,
    primary key (commune, measure, recorded_at)
)
