-- Purpose: the status of every target in every month, as of a moment. Parameter: as_of, in UTC.
select
    period, status, count(*) as targets, sum(actual_value) as value, sum(planned_value) as planned,
    sum(distance) as distance, count(*) filter (is_final) as final
from kpi.judgement
where kind = 'month' and from_at <= $as_of and to_at > $as_of
group by period, status
