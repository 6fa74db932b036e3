-- Purpose: the file of an upload as it was sent. Grain: one row, or none. Parameter: upload.
select upload.file_name, coalesce(province.content, upload.content) as content
from kpi.upload as upload
left join kpi.province_upload as province using (upload)
where upload.upload = $upload
limit 1
