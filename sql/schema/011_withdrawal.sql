-- Purpose: uploads that were taken back; their rows stay, and no longer count from then on.
-- Grain: one row a commune and withdrawn upload.
create table kpi.withdrawal (
    commune       varchar not null,
    upload        integer not null,
    reason        varchar not null,
    withdrawn_at  timestamp not null,   -- UTC
    withdrawn_by  varchar not null,
    primary key (commune, upload)
)
