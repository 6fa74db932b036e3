-- Purpose: the uploads recorded by a moment that hold figures of a commune and, so that they can be taken back somewhere, every file of many
--   communes; the newest first, withdrawn ones too.
-- Grain: one row an upload. Parameters: commune; as_of, timestamp in UTC.
-- Columns: what the upload holds of this commune in counts, or, where it holds nothing of it, in all; left_out, in how many cells there was trouble, and
--   left_out_cells, the first twelve of them ('Quy 3!F8'); communes, of how many the upload is; correction_reason, why it
--   changed what had been locked; recorded_at, withdrawn_at in UTC; withdrawn_* null where it stands as of the moment.
with own as (
    select *, commune = $commune as is_held
    from kpi.upload
    where recorded_at <= $as_of
        and (commune = $commune or upload in (select province.upload from kpi.province_upload as province))
    qualify row_number() over (partition by upload order by is_held desc, commune) = 1
),

observed as (
    select observation.upload, count(*) as observations
    from kpi.observation as observation
    inner join own using (upload)
    where observation.commune = $commune or not own.is_held
    group by observation.upload
),

troubled as (
    select
        left_out.upload, concat_ws('!', nullif(left_out.sheet, ''), nullif(left_out.cell, '')) as place,
        min(left_out.ordinal) as ordinal
    from kpi.left_out as left_out
    inner join own using (upload)
    where left_out.commune = $commune or not own.is_held
    group by all
),

left_out as (
    select upload, count(*) as left_out, list(place order by ordinal)[1:12] as left_out_cells
    from troubled
    group by upload
),

shared as (
    select upload.upload, count(*) as communes
    from kpi.upload as upload
    semi join own using (upload)
    group by upload.upload
)

select
    own.commune, own.upload, own.period, own.file_name, own.recorded_at, own.recorded_by,
    coalesce(observed.observations, 0) as observations, coalesce(left_out.left_out, 0) as left_out,
    coalesce(left_out.left_out_cells, []) as left_out_cells, own.correction_reason, withdrawal.withdrawn_at,
    withdrawal.withdrawn_by, withdrawal.reason, shared.communes
from own
left join observed using (upload)
left join left_out using (upload)
left join shared using (upload)
left join kpi.withdrawal as withdrawal
    on withdrawal.commune = own.commune and withdrawal.upload = own.upload and withdrawal.withdrawn_at <= $as_of
order by own.upload desc
