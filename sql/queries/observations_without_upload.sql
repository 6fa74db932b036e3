-- Purpose: what would stand of a commune if one upload were withdrawn. Grain: one row a measure and period.
-- Parameters: commune, upload. Columns: value in the measure's unit, upload it would come from.
select
    observation.measure, observation.period, max_by(observation.value, observation.upload) as value,
    max(observation.upload) as upload
from kpi.observation as observation
anti join kpi.withdrawal as withdrawal using (commune, upload)
where observation.commune = $commune and observation.upload <> $upload
group by observation.measure, observation.period
order by observation.measure, observation.period
