-- Purpose: what is known of a commune as of a moment, for comparing a new sheet with it.
-- Grain: one row a measure and period. Parameters: commune; as_of, timestamp in UTC.
-- Columns: value in the measure's unit, upload it came from.
select measure, period, value, upload
from observation_standing($as_of)
inner join period using (period)
where commune = $commune
order by measure, end_month, length_months
