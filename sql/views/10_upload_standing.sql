-- Purpose: the uploads that count as of a moment: recorded by then and not withdrawn by then.
-- Grain: one row an upload. Parameter: as_of, timestamp in UTC.
create or replace macro upload_standing(as_of) as table (
    select upload.commune, upload.upload, upload.recorded_at
    from kpi.upload as upload
    anti join (select commune, upload from kpi.withdrawal where withdrawn_at <= as_of) as withdrawn
        using (commune, upload)
    where upload.recorded_at <= as_of
)
