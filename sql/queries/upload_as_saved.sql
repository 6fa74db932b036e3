-- Purpose: an upload read back after saving. Grain: one row, or none. Parameters: commune, upload.
-- Columns: sha256 computed from the stored bytes, rows that hold what the upload said, why it corrects.
select
    sha256(upload.content) as content_sha256, upload.correction_reason,
    (select count(*) from kpi.observation where commune = $commune and upload = $upload) as observations,
    (select count(*) from kpi.remark where commune = $commune and upload = $upload) as remarks,
    (select count(*) from kpi.upload_issue where commune = $commune and upload = $upload) as issues,
    (select count(*) from kpi.left_out where commune = $commune and upload = $upload) as left_out,
    (select count(*) from kpi.confirmed_name where commune = $commune and upload = $upload) as names,
    (select count(*) from kpi.pointed_column where commune = $commune and upload = $upload) as columns
from kpi.upload as upload
where upload.commune = $commune and upload.upload = $upload
