-- Purpose: every value ever recorded of a measure, what became of it, and where it came from.
-- Grain: one row a period and upload, in time, within a period as they were recorded.
-- Parameters: commune, measure, as_of (UTC).
-- Columns: value in the measure's unit; state: standing, replaced (by a newer upload) or withdrawn, as of the moment;
--   withdrawn_at (UTC), withdrawn_by and reason of a withdrawal; correction_reason, why
--   the upload changed what had been locked.
with withdrawal as (
    select * from kpi.withdrawal where withdrawn_at <= $as_of
)

select
    observation.period, period.kind, period.ends_on, period.end_month, observation.value,
    observation.estimate or upload.recorded_at + interval 7 hour < period.ends_on + 1 as estimate,
    case
        when withdrawal.upload is not null then 'withdrawn'
        when standing.upload = observation.upload then 'standing'
        else 'replaced'
    end as state,
    observation.upload, upload.file_name, upload.recorded_at, upload.recorded_by, observation.sheet, observation.cell,
    withdrawal.withdrawn_at, withdrawal.withdrawn_by, withdrawal.reason, upload.correction_reason
from kpi.observation as observation
inner join period using (period)
inner join kpi.upload as upload using (commune, upload)
left join withdrawal using (commune, upload)
left join observation_standing($as_of) as standing
    on standing.commune = observation.commune and standing.measure = observation.measure
    and standing.period = observation.period
where observation.commune = $commune and observation.measure = $measure and upload.recorded_at <= $as_of
order by period.end_month, period.length_months, observation.upload
