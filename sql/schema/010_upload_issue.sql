-- Purpose: what was noticed when an upload was read (warnings: a sheet with errors is not recorded).
-- Grain: one row a commune, upload and notice.
create table kpi.upload_issue (
    commune     varchar not null,
    upload      integer not null,
    ordinal     integer not null,
    code        varchar not null,
    severity    varchar not null,
    message_vi  varchar not null,
    sheet       varchar,
    cell        varchar,
    primary key (commune, upload, ordinal)
)
