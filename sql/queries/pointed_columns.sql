-- Purpose: what somebody said that the columns of layouts hold, as of a moment.
-- Grain: one row a layout and column, of the newest upload that said anything of the layout.
-- Parameters: commune; as_of, timestamp in UTC.
select pointed.layout, pointed.column_number, pointed.meaning
from kpi.pointed_column as pointed
inner join upload_standing($as_of) as standing using (commune, upload)
where pointed.commune = $commune
qualify rank() over (partition by pointed.layout order by pointed.upload desc) = 1
order by pointed.layout, pointed.column_number
