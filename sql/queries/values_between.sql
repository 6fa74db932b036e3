-- Purpose: what became of a commune's figures between two moments, and what decided it: the upload that says the value
--   that stands at the later moment or, where that one stood before already or none is left, the withdrawal that took
--   the earlier value back.
-- Grain: one row a measure and period whose value differs (also where one of the two has none), in time.
-- Parameters: commune; earlier, later, timestamps in UTC. What came after the earlier and up to the later lies between.
-- Columns: name_vi, unit and decimals of the measure as known at the later moment; before, after in its unit, null where
--   nothing stood; change: added, changed, removed; act: upload or withdrawal, of the upload `upload` with its
--   file_name, done at acted_at (UTC) by acted_by; reason of a withdrawal or a correction.
with before as (select * from observation_standing($earlier) where commune = $commune),

after as (select * from observation_standing($later) where commune = $commune),

differing as (
    select
        measure, period, before.value as before, after.value as after,
        before.estimate as before_estimate, after.estimate as after_estimate,
        before.upload as before_upload, after.upload as after_upload, after.recorded_at
    from before
    full outer join after using (measure, period)
    where before.value is distinct from after.value
),

taken_back as (
    select differing.measure, differing.period, withdrawal.upload
    from differing
    inner join kpi.observation as observation
        on observation.commune = $commune and observation.measure = differing.measure
        and observation.period = differing.period and observation.upload > coalesce(differing.after_upload, 0)
    inner join upload_standing($earlier) as standing
        on standing.commune = observation.commune and standing.upload = observation.upload
    inner join kpi.withdrawal as withdrawal
        on withdrawal.commune = observation.commune and withdrawal.upload = observation.upload
    where withdrawal.withdrawn_at <= $later
    qualify row_number() over (
        partition by differing.measure, differing.period order by withdrawal.withdrawn_at desc, withdrawal.upload
    ) = 1
),

named as (
    select measure, name_vi, unit, decimals
    from kpi.measure
    where commune = $commune and recorded_at <= $later
    qualify row_number() over (partition by measure order by recorded_at desc) = 1
),

decided as (
    select
        differing.*, case when differing.recorded_at > $earlier then 'upload' else 'withdrawal' end as act,
        case when differing.recorded_at > $earlier then differing.after_upload else taken_back.upload end as upload
    from differing
    left join taken_back using (measure, period)
)

select
    decided.measure, named.name_vi, named.unit, named.decimals, decided.period, decided.before, decided.after,
    decided.before_estimate, decided.after_estimate,
    case when decided.before is null then 'added' when decided.after is null then 'removed' else 'changed' end
        as change,
    decided.act, decided.upload, upload.file_name,
    case when decided.act = 'upload' then upload.recorded_at else withdrawal.withdrawn_at end as acted_at,
    case when decided.act = 'upload' then upload.recorded_by else withdrawal.withdrawn_by end as acted_by,
    case when decided.act = 'upload' then upload.correction_reason else withdrawal.reason end as reason
from decided
inner join period using (period)
left join named using (measure)
left join kpi.upload as upload on upload.commune = $commune and upload.upload = decided.upload
left join kpi.withdrawal as withdrawal on withdrawal.commune = $commune and withdrawal.upload = decided.upload
order by period.end_month, period.length_months, decided.measure
