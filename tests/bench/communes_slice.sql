-- Purpose: one commune's judgements as of a moment. Parameters: commune; as_of, in UTC.
select period, target, status, actual_value, planned_value, distance, is_final
from kpi.judgement
where kind = 'month' and commune = $commune and from_at <= $as_of and to_at > $as_of
