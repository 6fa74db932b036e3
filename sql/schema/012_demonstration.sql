-- Purpose: marks a store whose figures are invented, so that no screen can show them as the commune's own.
-- Grain: no row, or one.
create table kpi.demonstration (
    marked_at  timestamp not null,   -- UTC
    marked_by  varchar not null,
    primary key (marked_at)
)
