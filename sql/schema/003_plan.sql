-- Purpose: the versions of a commune's plan, each decided by a document; a change is a new version.
-- Grain: one row a commune and version.
create table kpi.plan (
    commune          varchar not null,
    plan             integer not null,     -- the version, from 1
    name_vi          varchar not null,
    document_number  varchar not null,     -- '' while unknown
    document_date    date,
    valid_from       date not null,        -- the first day it judges
    baseline_year    integer not null,
    recorded_at      timestamp not null,   -- UTC
    recorded_by      varchar not null,
    primary key (commune, plan)
)
