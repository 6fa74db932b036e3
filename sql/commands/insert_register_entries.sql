-- Purpose: adds entries of the register of communes. Table: register_entry (code, name_vi, parent_vi).
-- Parameters: recorded_at (UTC), recorded_by.
insert into kpi.register (code, recorded_at, name_vi, parent_vi, recorded_by)
select code, $recorded_at, name_vi, parent_vi, $recorded_by
from register_entry
