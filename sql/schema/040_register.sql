-- Purpose: the communes that a city or province counts, by the code of the administrative unit; apart from the
--   catalogue sets, so that figures of a commune without a plan have a name. A change is a new row, the newest holds.
-- Grain: one row a code and moment.
create table kpi.register (
    code         varchar not null,     -- '00123', as the register writes it
    recorded_at  timestamp not null,   -- UTC
    name_vi      varchar not null,     -- 'xã Vĩnh Thịnh'
    parent_vi    varchar not null,     -- what it belongs to, 'huyện A, tỉnh B'; '' where the register does not say
    recorded_by  varchar not null,
    primary key (code, recorded_at)
)
