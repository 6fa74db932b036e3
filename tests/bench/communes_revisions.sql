-- Purpose: every value that was said, at the decimals it is compared at, in the order in which polars is quickest.
select
    substr(observation.commune, 4)::integer as commune, substr(measure, 2)::tinyint as measure,
    ((year - 2026) * 12 + last_month)::tinyint as period, upload.recorded_at, round(value, 2)::double as value
from kpi.observation as observation
inner join kpi.upload as upload using (commune, upload)
inner join period on period.period = observation.period
order by 1, 2, 3, 4
