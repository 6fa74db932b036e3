-- Purpose: the status of every indicator of a commune in several periods (the heat map).
-- Grain: one row an indicator and period, in the plan's order and then in time.
-- Parameters: commune, periods (list), as_of (UTC), scenario.
select judged.indicator, judged.period, judged.status
from judged_indicator([$commune], $periods, $as_of, $scenario) as judged
inner join period using (period)
order by judged.ordinal, period.end_month, period.length_months desc
