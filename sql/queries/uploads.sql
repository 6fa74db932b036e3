-- Purpose: every upload, the newest first, withdrawn ones too. Grain: one row an upload.
-- Columns: what the upload holds in counts; recorded_at, withdrawn_at in UTC; withdrawn_* null while it stands;
--   left_out, the troubled cells that were not taken; correction_reason, why it changed what had been locked.
select
    upload.commune, upload.upload, upload.period, upload.file_name, upload.sha256,
    octet_length(upload.content) as size_bytes, upload.recorded_at, upload.recorded_by,
    (select count(*) from kpi.observation as observation
        where observation.commune = upload.commune and observation.upload = upload.upload) as observations,
    (select count(*) from kpi.remark as remark
        where remark.commune = upload.commune and remark.upload = upload.upload) as remarks,
    (select count(*) from kpi.upload_issue as issue
        where issue.commune = upload.commune and issue.upload = upload.upload) as warnings,
    (select count(*) from kpi.left_out as left_out
        where left_out.commune = upload.commune and left_out.upload = upload.upload) as left_out,
    upload.correction_reason, withdrawal.withdrawn_at, withdrawal.withdrawn_by, withdrawal.reason
from kpi.upload as upload
left join kpi.withdrawal as withdrawal using (commune, upload)
order by upload.upload desc
