-- Purpose: the newest word on every measure of a commune, as of a moment. Grain: one row a measure.
-- Parameters: commune; as_of, timestamp in UTC.
select measure.*
from kpi.measure as measure
where measure.commune = $commune and measure.recorded_at <= $as_of
qualify row_number() over (partition by measure.measure order by measure.recorded_at desc) = 1
order by measure.measure
