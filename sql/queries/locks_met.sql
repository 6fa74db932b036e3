-- Purpose: the values of a file that would change what speaks for a period that is locked for their commune, or that
--   had been and was unlocked (there a first value changes nothing).
-- Grain: one row a value. Parameters: communes, list of those of the file; as_of, timestamp in UTC.
-- Table: said (place, commune, measure, period, ten_thousandths of the measure's unit).
-- Columns: place; of the lock locked (still), locked_period, reason, acted_at (UTC), acted_by; before, the value that
--   speaks now, in ten-thousandths, null where none does.
with speaking as (
    select commune, measure, period, (value * 10000)::bigint as before
    from value_of_locked($communes, $as_of, null)
)

select
    said.place, lock.locked, lock.locked_period, lock.reason, lock.acted_at, lock.acted_by, speaking.before
from said
inner join period_lock_standing($as_of) as lock using (commune, period)
left join speaking using (commune, measure, period)
where (lock.locked or speaking.before is not null)
    and speaking.before is distinct from said.ten_thousandths
order by said.place
