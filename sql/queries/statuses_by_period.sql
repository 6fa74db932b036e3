-- Purpose: the status of every indicator of a commune in several periods (the heat map).
-- Grain: one row an indicator and period, in the plan's order and then in time.
-- Parameters: commune, periods (list), as_of (UTC), scenario.
with targets as (from judged([$commune], $periods, $as_of, $scenario))

select judged.indicator, judged.period, judged.status
from indicator_status('targets') as judged
inner join period using (period)
order by judged.ordinal, judged.indicator, period.end_month, period.length_months desc
