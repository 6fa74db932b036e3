-- Purpose: what somebody said that a layout's columns hold, with an upload; it falls with its withdrawal.
-- Grain: one row a commune, upload, layout and column.
create table kpi.pointed_column (
    commune        varchar not null,
    upload         integer not null,
    layout         varchar not null,
    column_number  integer not null,   -- from 1
    meaning        varchar not null,
    primary key (commune, upload, layout, column_number)
)
