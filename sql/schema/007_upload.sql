-- Purpose: every file that was recorded, byte for byte, with who and when.
-- Grain: one row an upload; numbered through the whole store, so that its number alone names it.
create table kpi.upload (
    commune      varchar not null,
    upload       integer not null,
    period       varchar,              -- the report's own period; null where the columns carry several
    file_name    varchar not null,
    sha256       varchar not null,     -- of content, in hexadecimal
    content      blob not null,
    recorded_at  timestamp not null,   -- UTC
    recorded_by  varchar not null,
    primary key (commune, upload)
)
