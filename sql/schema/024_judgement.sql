-- Purpose: what every target was judged to be, kept from the rows that were recorded; it can be dropped and made again
--          (indicators/judgements.py), and nothing but its speed depends on it. Scenario: floor.
-- Grain: one row a commune, target, period and stretch of moments [from_at, to_at) throughout which the judgement is the
--   same; stretches of one target and period follow one another and differ.
-- No key: an index would cost more than the table, and whatever lies wrong is made again.
create table kpi.judgement (
    kind           varchar not null,     -- of the period: month, quarter, half, nine_months, year
    commune        varchar not null,
    target         varchar not null,
    period         varchar not null,
    from_at        timestamp not null,   -- UTC
    to_at          timestamp not null,   -- the end of 9999: as far as is known
    plan           integer not null,     -- the version that judges the period
    indicator      varchar not null,
    measure        varchar not null,
    actual_value   decimal(18, 4),
    planned_value  decimal(28, 4),
    distance       decimal(28, 4),
    status         varchar not null,
    is_final       boolean not null
)
