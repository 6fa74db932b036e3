-- Purpose: whether an upload exists and stands. Grain: one row, or none. Parameter: upload.
select upload.commune, withdrawal.withdrawn_at, withdrawal.withdrawn_by
from kpi.upload as upload
left join kpi.withdrawal as withdrawal using (commune, upload)
where upload.upload = $upload
