-- Purpose: adds one measure as the catalogue says it from recorded_at on.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.measure (
    commune, measure, recorded_at, name_vi, unit, accumulation, frequency, closes_month, closes_day,
    closes_next_year, decimals, better, minimum, maximum, baseline, lead_unit, data_source_vi
) values (
    $commune, $measure, $recorded_at, $name_vi, $unit, $accumulation, $frequency, $closes_month, $closes_day,
    $closes_next_year, $decimals, $better, $minimum, $maximum, $baseline, $lead_unit, $data_source_vi
)
