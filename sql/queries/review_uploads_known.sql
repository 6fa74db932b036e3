-- Purpose: the uploads of a commune that were known at a moment, with what was known then of their withdrawal.
-- Grain: one row an upload, in the order of their numbers. Parameters: commune, as_of (UTC).
-- Columns: recorded_at and withdrawn_at in UTC; withdrawn_* and reason null while it stood; size_bytes of the file;
--   measures, a list of those it says a value or a remark of.
with said as (
    select upload, measure from kpi.observation where commune = $commune
    union
    select upload, measure from kpi.remark where commune = $commune
),

measured as (select upload, list(measure order by measure) as measures from said group by upload),

final as (
    select
        upload.upload, upload.period, upload.file_name, upload.sha256,
        octet_length(coalesce(province.content, upload.content)) as size_bytes,
        upload.recorded_at, upload.recorded_by, upload.correction_reason,
        withdrawal.withdrawn_at, withdrawal.withdrawn_by, withdrawal.reason,
        coalesce(measured.measures, []) as measures
    from kpi.upload as upload
    left join kpi.province_upload as province using (upload)
    left join (select * from kpi.withdrawal where withdrawn_at <= $as_of) as withdrawal using (commune, upload)
    left join measured using (upload)
    where upload.commune = $commune and upload.recorded_at <= $as_of
    order by upload.upload
)

select * from final
