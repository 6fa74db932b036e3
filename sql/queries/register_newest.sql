-- Purpose: the register of communes as of a moment. Grain: one row a code. Parameter: as_of, timestamp in UTC.
select code, name_vi, parent_vi, recorded_at, recorded_by
from kpi.register
where recorded_at <= $as_of
qualify row_number() over (partition by code order by recorded_at desc) = 1
order by code
