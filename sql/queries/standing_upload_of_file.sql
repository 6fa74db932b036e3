-- Purpose: the upload of this very file that still stands. Grain: one row, or none. Parameters: commune, sha256.
select upload.upload, upload.recorded_at, upload.recorded_by
from kpi.upload as upload
anti join kpi.withdrawal as withdrawal using (commune, upload)
where upload.commune = $commune and upload.sha256 = $sha256
order by upload.upload
limit 1
