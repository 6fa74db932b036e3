-- Purpose: the file of an upload as it was sent. Grain: one row, or none. Parameter: upload.
select file_name, content from kpi.upload where upload = $upload
