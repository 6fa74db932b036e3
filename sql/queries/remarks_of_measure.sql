-- Purpose: the words written beside a measure in the uploads that stand.
-- Grain: one row a remark, in time, within an upload in the sheet's order. Parameters: commune, measure, as_of (UTC).
-- Columns: period, kind (difficulty, remedy, proposal, decision, note), text_vi; upload, file_name, recorded_at (UTC),
--   recorded_by, sheet and cell it came from.
select
    remark.period, period.ends_on, remark.kind, remark.text_vi, remark.upload, upload.file_name, upload.recorded_at,
    upload.recorded_by, remark.sheet, remark.cell
from kpi.remark as remark
inner join upload_standing($as_of) as standing using (commune, upload)
inner join kpi.upload as upload using (commune, upload)
inner join period on period.period = remark.period
where remark.commune = $commune and remark.measure = $measure
order by period.end_month, period.length_months, remark.upload, remark.ordinal
