-- Purpose: the uploads that hold figures of a commune, the newest first, withdrawn ones too.
-- Grain: one row an upload. Parameter: commune.
-- Columns: what the upload holds of this commune in counts; left_out, in how many cells there was trouble, and
--   left_out_cells, the first twelve of them ('Quy 3!F8'); communes, of how many the upload is; correction_reason, why it
--   changed what had been locked; recorded_at, withdrawn_at in UTC; withdrawn_* null while it stands.
with own as (select * from kpi.upload where commune = $commune),

observed as (select upload, count(*) as observations from kpi.observation where commune = $commune group by upload),

troubled as (
    select upload, concat_ws('!', nullif(sheet, ''), nullif(cell, '')) as place, min(ordinal) as ordinal
    from kpi.left_out
    where commune = $commune
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
left join kpi.withdrawal as withdrawal on withdrawal.commune = own.commune and withdrawal.upload = own.upload
order by own.upload desc
