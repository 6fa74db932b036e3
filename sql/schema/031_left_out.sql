-- Purpose: the troubled cells that an upload left out while the rest was taken.
-- Grain: one row a commune, upload and trouble.
create table kpi.left_out (
    commune     varchar not null,
    upload      integer not null,
    ordinal     integer not null,
    sheet       varchar not null,
    cell        varchar not null,
    code        varchar not null,
    message_vi  varchar not null,
    primary key (commune, upload, ordinal)
)
