-- Purpose: from what kpi.judgement was made; where the record or the rules have moved on, it is made again.
-- Grain: one row a commune that kpi.judgement holds.
create table kpi.judgement_head (
    commune      varchar not null,
    changes      integer not null,   -- rows of upload, withdrawal, plan and measure
    rules        varchar not null,   -- a hash of sql/views and of the reporting calendar
    primary key (commune)
)
