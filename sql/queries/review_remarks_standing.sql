-- Purpose: the words beside all measures of a commune, in the uploads that stand as of a moment.
-- Grain: one row a remark, in time, within an upload in the sheet's order. Parameters: commune, as_of (UTC).
-- Columns: measure and those of sql/queries/remarks_of_measure.sql.
select
    remark.measure, remark.period, period.ends_on, remark.kind, remark.text_vi, remark.upload, upload.file_name,
    upload.recorded_at, upload.recorded_by, remark.sheet, remark.cell
from kpi.remark as remark
inner join upload_standing($as_of) as standing using (commune, upload)
inner join kpi.upload as upload using (commune, upload)
inner join period on period.period = remark.period
where remark.commune = $commune
order by period.end_month, period.length_months, remark.upload, remark.ordinal
