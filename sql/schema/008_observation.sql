-- Purpose: what each upload said; never changed, a correction is a newer upload.
-- Grain: one row a commune, measure, period and upload.
create table kpi.observation (
    commune   varchar not null,
    measure   varchar not null,
    period    varchar not null,         -- 2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026
    upload    integer not null,
    value     decimal(18, 4) not null,  -- in the measure's unit; yes 1, no 0
    estimate  boolean not null,         -- 'ước thực hiện', or recorded before the period had ended
    match     varchar not null,         -- how the row was recognised: code, name, likely (confirmed)
    sheet     varchar not null,
    cell      varchar not null,
    primary key (commune, measure, period, upload)
)
