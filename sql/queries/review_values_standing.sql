-- Purpose: every value of a commune that stands as of a moment, and where it came from.
-- Grain: one row a measure and period, by measure and then in time. Parameters: commune, as_of (UTC).
-- Columns: measure and those of sql/queries/values_of_measure.sql.
select
    known.measure, known.period, period.kind, period.ends_on, period.end_month, known.value, known.estimate,
    known.upload, upload.file_name, upload.recorded_at, upload.recorded_by, known.sheet, known.cell
from observation_standing($as_of) as known
inner join period using (period)
inner join kpi.upload as upload using (commune, upload)
where known.commune = $commune
order by known.measure, period.end_month, period.length_months
