-- Purpose: the rows of a review in their canonical form, as text, so that no later change of a table touches them.
-- Grain: one row a commune, review and line of the canonical form.
create table kpi.review_value (
    commune  varchar not null,
    review   varchar not null,
    line     integer not null,   -- 1, 2, …
    part     varchar not null,   -- targets, milestones, …
    ordinal  integer not null,   -- 1, 2, … within the part
    content  varchar not null,   -- the row, as JSON with sorted keys
    primary key (commune, review, line)
)
