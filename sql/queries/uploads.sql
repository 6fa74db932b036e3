-- Purpose: every upload recorded by a moment, the newest first, withdrawn ones too.
-- Grain: one row an upload and commune it holds figures of; one row an upload, but for those of a whole province.
-- Columns: what the upload holds of this commune in counts, cells left out among them; communes, of how many it is;
--   correction_reason, why it changed what had been locked; recorded_at, withdrawn_at in UTC; withdrawn_* null while it
--   stands, as of the moment. Parameter: as_of, timestamp in UTC.
with observed as (select commune, upload, count(*) as observations from kpi.observation group by commune, upload),

remarked as (select commune, upload, count(*) as remarks from kpi.remark group by commune, upload),

noticed as (select commune, upload, count(*) as warnings from kpi.upload_issue group by commune, upload),

left_out as (select commune, upload, count(*) as left_out from kpi.left_out group by commune, upload),

province as (select upload, octet_length(content) as size_bytes from kpi.province_upload)

select
    upload.commune, upload.upload, upload.period, upload.file_name, upload.sha256,
    coalesce(province.size_bytes, octet_length(upload.content)) as size_bytes, upload.recorded_at, upload.recorded_by,
    coalesce(observed.observations, 0) as observations, coalesce(remarked.remarks, 0) as remarks,
    coalesce(noticed.warnings, 0) as warnings, coalesce(left_out.left_out, 0) as left_out,
    upload.correction_reason, withdrawal.withdrawn_at, withdrawal.withdrawn_by, withdrawal.reason,
    count(*) over (partition by upload.upload) as communes
from kpi.upload as upload
left join province using (upload)
left join observed using (commune, upload)
left join remarked using (commune, upload)
left join noticed using (commune, upload)
left join left_out using (commune, upload)
left join (select * from kpi.withdrawal where withdrawn_at <= $as_of) as withdrawal using (commune, upload)
where upload.recorded_at <= $as_of
order by upload.upload desc, upload.commune
