-- Purpose: what is known as of a moment: for each period the newest value that stands.
-- Grain: one row a commune, measure and period. Parameter: as_of, timestamp in UTC.
-- Columns: value in the measure's unit; estimate: said to be one, or recorded (Vietnamese time) before the period had
-- ended; upload it came from and that upload's recorded_at (UTC); sheet, cell.
create or replace macro observation_standing(as_of) as table (
    with newest as (
        select
            observation.commune, observation.measure, observation.period,
            max(observation.upload) as upload
        from kpi.observation as observation
        inner join upload_standing(as_of) as standing using (commune, upload)
        group by all
    ),

    final as (
        select
            observation.commune, observation.measure, observation.period, observation.value,
            observation.estimate or upload.recorded_at + interval 7 hour < period.ends_on + 1 as estimate,
            observation.upload, upload.recorded_at, observation.sheet, observation.cell
        from newest
        inner join kpi.observation as observation using (commune, measure, period, upload)
        inner join kpi.upload as upload using (commune, upload)
        inner join period using (period)
    )

    select * from final
)
