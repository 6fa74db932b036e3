-- Purpose: adds what is newly said, in the order in which periods of one kind, and one commune, are read at once. What is not outdated is there
--          already: of one target and period no two stretches begin together. Parameter: communes, list.
insert into kpi.judgement
from temp.judgement_anew as made
anti join (
    select commune, target, period, from_at
    from kpi.judgement
    where commune in (select unnest($communes)) and commune between list_min($communes) and list_max($communes)
) as kept using (commune, target, period, from_at)
order by kind, commune, target, period, from_at
