-- Purpose: what is known of a measure: for each period the newest value that stands, and where it came from.
-- Grain: one row a period, in time, the longest last. Parameters: commune, measure, as_of (UTC).
-- Columns: value in the measure's unit; ends_on, the period's last day; estimate, it is only provisional; upload,
--   file_name, recorded_at (UTC), recorded_by, sheet and cell it came from.
select
    known.period, period.kind, period.ends_on, period.end_month, known.value, known.estimate,
    known.upload, upload.file_name, upload.recorded_at, upload.recorded_by, known.sheet, known.cell
from observation_standing($as_of) as known
inner join period using (period)
inner join kpi.upload as upload using (commune, upload)
where known.commune = $commune and known.measure = $measure
order by period.end_month, period.length_months
