-- Purpose: the upload of this very file of many communes that still stands. Grain: one row, or none.
-- Parameter: sha256.
select upload.upload, min(upload.recorded_at) as recorded_at, min(upload.recorded_by) as recorded_by
from kpi.upload as upload
anti join kpi.withdrawal as withdrawal using (commune, upload)
where upload.sha256 = $sha256
group by upload.upload
order by upload.upload
limit 1
