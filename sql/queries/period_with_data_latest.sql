-- Purpose: the period to show first: the latest-ending one with values that lies after the plan's baseline year.
-- Grain: one row, none where nothing has been reported. Parameters: commune, as_of (UTC).
-- Of periods that end together: quarter, half, nine months, year, month.
select period.period
from observation_standing($as_of) as observed
inner join period using (period)
where observed.commune = $commune
    and period.year > (
        select max_by(baseline_year, plan) from kpi.plan where commune = $commune and recorded_at <= $as_of
    )
order by period.end_month desc, list_position(['quarter', 'half', 'nine_months', 'year', 'month'], period.kind)
limit 1
