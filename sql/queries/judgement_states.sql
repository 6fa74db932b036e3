-- Purpose: the states to make judgements for, with the communes that share each first moment.
-- Grain: one row a moment. Parameter: communes, list.
select state_from, list(commune order by commune) as communes
from judging_state($communes)
group by state_from
order by state_from
