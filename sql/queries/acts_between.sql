-- Purpose: everything that was recorded of a commune after one moment and up to another.
-- Grain: one row an act, as they were done. Parameters: commune; earlier, later, timestamps in UTC.
-- Columns: acted_at (UTC); act: upload, withdrawal, plan, lock, unlock, measures (the catalogue's words on measures,
--   recorded together); number of the upload, of the plan version, of the act of locking; acted_by, null where nobody is
--   recorded; period of an upload, of a lock; name, of the file or the plan; document_number, document_date and
--   valid_from of a plan; reason of a withdrawal, a lock or a correction; counted, values of an upload, targets of a plan,
--   measures; measures, their names.
with uploaded as (
    select
        upload.recorded_at as acted_at, 'upload' as act, upload.upload as number, upload.recorded_by as acted_by,
        upload.period, upload.file_name as name, upload.correction_reason as reason,
        (
            select count(*)
            from kpi.observation as observation
            where observation.commune = upload.commune and observation.upload = upload.upload
        ) as counted
    from kpi.upload as upload
    where upload.commune = $commune and upload.recorded_at > $earlier and upload.recorded_at <= $later
),

taken_back as (
    select
        withdrawal.withdrawn_at as acted_at, 'withdrawal' as act, withdrawal.upload as number,
        withdrawal.withdrawn_by as acted_by, upload.period, upload.file_name as name, withdrawal.reason
    from kpi.withdrawal as withdrawal
    inner join kpi.upload as upload using (commune, upload)
    where withdrawal.commune = $commune and withdrawal.withdrawn_at > $earlier and withdrawal.withdrawn_at <= $later
),

planned as (
    select
        plan.recorded_at as acted_at, 'plan' as act, plan.plan as number, plan.recorded_by as acted_by,
        plan.name_vi as name, plan.document_number, plan.document_date, plan.valid_from,
        (
            select count(*) from kpi.target as target where target.commune = plan.commune and target.plan = plan.plan
        ) as counted
    from kpi.plan as plan
    where plan.commune = $commune and plan.recorded_at > $earlier and plan.recorded_at <= $later
),

locked as (
    select
        acted_at, case when locked then 'lock' else 'unlock' end as act, act as number, acted_by, period, reason
    from kpi.period_lock
    where commune = $commune and acted_at > $earlier and acted_at <= $later
),

measured as (
    select
        recorded_at as acted_at, 'measures' as act, count(*) as counted, list(name_vi order by measure) as measures
    from kpi.measure
    where commune = $commune and recorded_at > $earlier and recorded_at <= $later
    group by recorded_at
),

final as (
    from uploaded
    union all by name from taken_back
    union all by name from planned
    union all by name from locked
    union all by name from measured
)

select
    acted_at, act, number, acted_by, period, name, document_number, document_date, valid_from, nullif(reason, '') as reason,
    counted, measures
from final
order by acted_at, list_position(['measures', 'plan', 'upload', 'withdrawal', 'lock', 'unlock'], act), number
