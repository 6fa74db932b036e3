-- Purpose: the same columns of the same months, read and added up, nothing chosen.
select
    max(period), max(status), count(*), sum(actual_value), sum(planned_value), sum(distance),
    count(*) filter (is_final), max(from_at), max(to_at)
from kpi.judgement
where kind = 'month'
