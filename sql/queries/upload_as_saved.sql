-- Purpose: an upload read back after saving. Grain: one row, or none. Parameters: commune, upload.
-- Columns: sha256 computed from the stored bytes, rows that hold what the upload said.
select
    sha256(upload.content) as content_sha256,
    (select count(*) from kpi.observation where commune = $commune and upload = $upload) as observations,
    (select count(*) from kpi.remark where commune = $commune and upload = $upload) as remarks,
    (select count(*) from kpi.upload_issue where commune = $commune and upload = $upload) as issues
from kpi.upload as upload
where upload.commune = $commune and upload.upload = $upload
