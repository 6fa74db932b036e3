-- Purpose: the version of a commune's plan that holds last, among those known as of a moment; of versions from the same
--          day the newest. Grain: one row, none where there is no plan. Parameters: commune; as_of, timestamp in UTC.
select *
from kpi.plan
where commune = $commune and recorded_at <= $as_of
order by valid_from desc, plan desc
limit 1
