-- Purpose: what the targets of communes were judged to be, as of a moment, in scenario floor.
-- Grain: one row a commune, target and period. Parameters: communes and periods, lists; as_of, timestamp in UTC.
select
    commune, target, period, plan, indicator, measure, actual_value, planned_value, distance, status, is_final
from kpi.judgement
where from_at <= $as_of and to_at > $as_of
    and commune in (select unnest($communes))
    -- of one commune among many: this, unlike the list, reaches the scan
    and commune between list_min($communes) and list_max($communes)
    and period in (select unnest($periods))
order by commune, target, period
