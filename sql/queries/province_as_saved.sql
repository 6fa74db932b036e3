-- Purpose: a file of many communes read back after saving. Grain: one row. Parameter: upload.
-- Columns: sha256 computed from the stored bytes, rows and the sum of the values that hold what the file said.
select
    (select sha256(content) from kpi.province_upload where upload = $upload) as content_sha256,
    (select count(*) from kpi.upload where upload = $upload) as communes,
    (select count(*) from kpi.observation where upload = $upload) as observations,
    (select coalesce(sum(value), 0) from kpi.observation where upload = $upload) as total,
    (select count(*) from kpi.upload_issue where upload = $upload) as issues,
    (select count(*) from kpi.left_out where upload = $upload) as left_out
