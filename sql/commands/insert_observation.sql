-- Purpose: adds one value an upload said.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.observation (
    commune, measure, period, upload, value, estimate, match, sheet, cell, numerator, denominator
) values (
    $commune, $measure, $period, $upload, $value, $estimate, $match, $sheet, $cell, $numerator, $denominator
)
