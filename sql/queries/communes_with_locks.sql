-- Purpose: which of some communes have ever locked a period. Grain: one row a commune.
-- Parameters: communes, list; as_of, timestamp in UTC.
select distinct commune
from kpi.period_lock
where acted_at <= $as_of and commune in (select unnest($communes))
order by commune
