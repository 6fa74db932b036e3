-- Purpose: the newest word on every measure of a commune. Grain: one row a measure. Parameter: commune.
select measure.*
from kpi.measure as measure
where measure.commune = $commune
qualify row_number() over (partition by measure.measure order by measure.recorded_at desc) = 1
order by measure.measure
