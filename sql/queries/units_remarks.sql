-- Purpose: the words of a year beside all measures of a commune, in the uploads that stand.
-- Grain: one row a remark, in time, within an upload in the sheet's order. Parameters: commune, year, as_of (UTC).
-- Columns: measure, period, kind (difficulty, remedy, proposal, decision, note), text_vi. A decision of an earlier year
--   is among them: what was recognised stays so.
select remark.measure, remark.period, remark.kind, remark.text_vi
from kpi.remark as remark
inner join upload_standing($as_of) as standing using (commune, upload)
inner join period using (period)
where remark.commune = $commune and (period.year = $year or (remark.kind = 'decision' and period.year < $year))
order by period.end_month, period.length_months, remark.upload, remark.ordinal
