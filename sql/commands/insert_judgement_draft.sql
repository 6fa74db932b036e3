-- Purpose: the judgements of one state of the record. Parameters: communes, list; state_from, when the state began.
insert into temp.judgement_draft
select
    kind, commune, target, period, from_at, to_at, plan, indicator, measure, actual_value, planned_value, distance,
    status, is_final
from judgement_made($communes, $state_from)
