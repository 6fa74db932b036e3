-- Purpose: the values of a province's file that would change what stands for a period that is locked for their commune,
--   or that had been and was unlocked.
-- Grain: one row a value. Parameter: as_of, timestamp in UTC.
-- Tables: province_value (row_number, column_number, ten_thousandths), province_row (row_number, commune),
--   province_column (column_number, measure, period).
-- Columns: value_number, the value's place in province_value from 0; locked: still; of the lock its
--   locked_period, acted_by, acted_at (UTC); ten_thousandths that stand, null where nothing does.
with said as (
    select said.value_number, place.commune, head.measure, head.period, said.ten_thousandths
    from province_value as said
    inner join province_row as place on place.row_number = said.row_number
    inner join province_column as head on head.column_number = said.column_number
),

standing as (
    select
        observation.commune, observation.measure, observation.period,
        (arg_max(observation.value, observation.upload) * 10000)::bigint as ten_thousandths
    from kpi.observation as observation
    inner join upload_standing($as_of) as standing using (commune, upload)
    inner join period_lock_standing($as_of) as lock using (commune, period)
    group by observation.commune, observation.measure, observation.period
)

select said.value_number, lock.locked, lock.locked_period, lock.acted_by, lock.acted_at, standing.ten_thousandths
from said
inner join period_lock_standing($as_of) as lock using (commune, period)
left join standing using (commune, measure, period)
where (lock.locked or standing.ten_thousandths is not null)
    and standing.ten_thousandths is distinct from said.ten_thousandths
order by said.value_number
