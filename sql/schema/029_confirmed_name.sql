-- Purpose: likenesses that somebody confirmed with an upload; they fall with its withdrawal.
-- Grain: one row a commune, upload, name and measure.
create table kpi.confirmed_name (
    commune   varchar not null,
    upload    integer not null,
    name_key  varchar not null,   -- indicators.intake.names.normal.remembered_name of the row's name
    measure   varchar not null,
    primary key (commune, upload, name_key, measure)
)
