-- Purpose: what is proposed, on a frozen review, to become of targets; a newer row of a target replaces an older one, a
--          withdrawal is a row of its own. The review itself is never touched.
-- Grain: one row a commune, review and act. Values in the target's unit; null: stays as it is.
create table kpi.review_proposal (
    commune       varchar not null,
    review        varchar not null,         -- its name
    act           integer not null,         -- from 1, in the order they were made
    target        varchar not null,
    withdrawn     boolean not null,         -- what was proposed of the target before is taken back
    goal_value    decimal(18, 4),
    goal_stretch  decimal(18, 4),
    tolerance     decimal(18, 4),
    last_year     integer,
    suspended     boolean,                  -- true: pause judging it, false: judge it again
    reason        varchar not null,
    acted_at      timestamp not null,       -- UTC
    acted_by      varchar not null,
    primary key (commune, review, act)
)
