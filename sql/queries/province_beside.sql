-- Purpose: the values of a province's file beside what stands for their communes: new, changed or the same, and which
--   are far from their commune's past, or below an earlier total of their year. The rule is that of
--   indicators/intake/values/history.py, for all values at once; in whole numbers, so that nothing is rounded.
-- Grain: one row a value. Parameter: as_of, timestamp in UTC.
-- Tables: province_row (row_number, commune), province_column (column_number, measure, period; of the measure
--   to_date, it counts from January; is_yes_no, is_percent, is_whole), province_value (value_number, row_number,
--   column_number, ten_thousandths of the measure's unit). One value a commune, measure and period.
-- Columns: value_number, in any order; change, 0 new, 1 changed, 2 same; doubt, 0 none, 1 below an earlier total, 2 far
--   from the past; then past_ten_thousandths, the known value that it stands beside, and past_period, its period's
--   end_month * 100 + length_months (numbers: a hundred thousand texts would take longer than all else).
with place as (select commune, min(row_number) as commune_number from province_row group by commune),

measure as (select measure, min(column_number) as measure_number from province_column group by measure),

said as materialized (
    select
        said.value_number, place.commune_number, measure.measure_number, head.to_date,
        head.is_yes_no,
        case when head.is_percent then 50000 when head.is_whole then 30000 else 0 end as floor,  -- 5 points, 3 units
        period.end_month, period.length_months, period.last_month, period.year,
        said.ten_thousandths as value, said.ten_thousandths::hugeint * (27720 // period.last_month) as pace
    from province_value as said
    inner join province_row using (row_number)
    inner join place using (commune)
    inner join province_column as head using (column_number)
    inner join measure using (measure)
    inner join period using (period)
),

known as materialized (
    select
        place.commune_number, measure.measure_number, period.end_month, period.length_months,
        period.last_month, period.year, (arg_max(observation.value, observation.upload) * 10000)::bigint as value
    from kpi.observation as observation
    inner join place using (commune)
    inner join measure using (measure)
    inner join upload_standing($as_of) as standing using (commune, upload)
    inner join period using (period)
    group by all
),

-- what the file says anew is no past; 27720 is a multiple of every number of months
before as materialized (
    select known.*, known.value::hugeint * (27720 // known.last_month) as pace
    from known
    anti join said using (commune_number, measure_number, end_month, length_months)
),

-- each value beside the whole past of its commune and measure; the nearest is the least remote
paired as (
    select
        said.value_number, said.last_month, before.value, before.pace,
        {'value': before.value, 'period': before.end_month * 100 + before.length_months} as past,
        before.end_month * 100 - before.length_months as lateness,
        (abs(before.end_month - said.end_month) * 100000 - before.end_month) * 100 + before.length_months as remoteness,
        said.to_date and before.value > 0 and before.last_month = said.last_month as is_alike,
        said.to_date and before.value > 0 and before.last_month >= 3 as is_settled,
        said.to_date and before.year = said.year and before.end_month < said.end_month and before.value > said.value
            as is_higher
    from said
    inner join before using (commune_number, measure_number)
),

compared as (
    select
        value_number, arg_min(past, remoteness) as nearest, max(value) - min(value) as spread,
        max(pace) filter (is_alike or is_settled) as fastest,
        min(pace) filter (is_alike or (is_settled and last_month >= 6)) as slowest,
        arg_max(past, lateness) filter (is_higher) as higher
    from paired
    group by value_number
),

-- the latest total of the file itself that a later one of its year falls below; of two that end together the first
outgrown as (
    select
        said.value_number,
        arg_max(
            {'value': earlier.value, 'period': earlier.end_month * 100 + earlier.length_months},
            (earlier.end_month, -earlier.value_number)
        ) as higher
    from said
    inner join said as earlier
        on earlier.commune_number = said.commune_number and earlier.measure_number = said.measure_number
        and earlier.year = said.year and earlier.end_month < said.end_month and earlier.value > said.value
    where said.to_date
    group by said.value_number
),

doubted as (
    select
        said.value_number,
        case
            when compared.higher is not null or outgrown.higher is not null then 1
            when said.is_yes_no then 0
            when said.to_date
                then case when said.pace > 3 * compared.fastest or said.pace * 3 < compared.slowest then 2 else 0 end
            when 2 * abs(said.value - compared.nearest.value)
                > greatest(abs(compared.nearest.value), 6 * compared.spread, 2 * said.floor) then 2
            else 0
        end::tinyint as doubt,
        case
            when outgrown.higher.period // 100 > coalesce(compared.higher.period // 100, 0) then outgrown.higher
            else coalesce(compared.higher, compared.nearest)
        end as past
    from said
    left join compared using (value_number)
    left join outgrown using (value_number)
)

select
    said.value_number,
    case when known.value is null then 0 when known.value <> said.value then 1 else 2 end::tinyint as change,
    doubted.doubt, doubted.past.period as past_period, doubted.past.value as past_ten_thousandths
from said
left join known using (commune_number, measure_number, end_month, length_months)
inner join doubted using (value_number)
