-- Purpose: what stands of the measures that a province's file holds, for its communes.
-- Grain: one row a commune of the file, measure and period; periods that the file does not hold too, as its past.
-- Parameter: as_of, timestamp in UTC. Tables: province_row (row_number, commune), province_column (measure).
-- Columns: row_number in the file (the first of the commune), measure, period, ten_thousandths of the measure's unit.
select
    place.row_number, observation.measure, observation.period,
    (arg_max(observation.value, observation.upload) * 10000)::bigint as ten_thousandths
from kpi.observation as observation
inner join (select commune, min(row_number) as row_number from province_row group by commune) as place using (commune)
inner join upload_standing($as_of) as standing using (commune, upload)
where observation.measure in (select measure from province_column)
group by place.row_number, observation.measure, observation.period
