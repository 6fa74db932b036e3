-- Purpose: the names that somebody confirmed for a measure, as of a moment; none that were confirmed for two at once.
-- Grain: one row a name, its newest word. Parameters: commune; as_of, timestamp in UTC.
with newest as (
    select name.name_key, name.upload, name.measure
    from kpi.confirmed_name as name
    inner join upload_standing($as_of) as standing using (commune, upload)
    where name.commune = $commune
    qualify rank() over (partition by name.name_key order by name.upload desc) = 1
)

select name_key, any_value(measure) as measure
from newest
group by name_key
having count(*) = 1
order by name_key
