-- Purpose: the words written beside a measure.
-- Grain: one row a commune, upload and place in it.
create table kpi.remark (
    commune  varchar not null,
    upload   integer not null,
    ordinal  integer not null,
    measure  varchar not null,
    period   varchar not null,
    kind     varchar not null,   -- difficulty, remedy, proposal, decision, note
    text_vi  varchar not null,
    sheet    varchar not null,
    cell     varchar not null,
    primary key (commune, upload, ordinal)
)
