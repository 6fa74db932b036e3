-- Purpose: adds one measure as the catalogue or a plan says it from recorded_at on.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.measure (
    commune, measure, recorded_at, name_vi, unit, accumulation, frequency, closes_month, closes_day,
    closes_next_year, decimals, better, minimum, maximum, baseline, lead_unit, data_source_vi, names_seen_vi,
    numerator_vi, denominator_vi, factor
) values (
    $commune, $measure, $recorded_at, $name_vi, $unit, $accumulation, $frequency, $closes_month, $closes_day,
    $closes_next_year, $decimals, $better, $minimum, $maximum, $baseline, $lead_unit, $data_source_vi, $names_seen_vi,
    $numerator_vi, $denominator_vi, $factor
)
