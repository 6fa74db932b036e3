-- Purpose: the workbook that a plan version was recorded from, byte for byte.
-- Grain: one row a commune and plan version that came from a sheet.
create table kpi.plan_file (
    commune    varchar not null,
    plan       integer not null,
    file_name  varchar not null,
    sha256     varchar not null,   -- of content, in hexadecimal
    content    blob not null,
    primary key (commune, plan)
)
