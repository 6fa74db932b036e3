-- Purpose: what is known as of a moment: for each period the newest value that stands.
-- Grain: one row a commune, measure and period. Parameter: as_of, timestamp in UTC.
-- Columns: value in the measure's unit, estimate, upload it came from, recorded_at of that upload (UTC).
create or replace macro observation_standing(as_of) as table (
    with ranked as (
        select
            observation.commune, observation.measure, observation.period,
            max_by(
                {
                    'value': observation.value, 'estimate': observation.estimate, 'upload': observation.upload,
                    'recorded_at': standing.recorded_at, 'sheet': observation.sheet, 'cell': observation.cell
                },
                observation.upload
            ) as newest
        from kpi.observation as observation
        inner join upload_standing(as_of) as standing using (commune, upload)
        group by all
    ),

    final as (
        select
            commune, measure, period,
            newest.value as value, newest.estimate as estimate, newest.upload as upload,
            newest.recorded_at as recorded_at, newest.sheet as sheet, newest.cell as cell
        from ranked
    )

    select * from final
)
