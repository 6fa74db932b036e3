-- Purpose: adds all values that a province's file said.
-- Parameter: upload. Tables: province_value (row_number and column_number from 0; ten_thousandths of the measure's
--   unit; estimate), province_row (row_number, commune, sheet_row), province_column (column_number, measure, period,
--   match, sheet, letters).
insert into kpi.observation (commune, measure, period, upload, value, estimate, match, sheet, cell)
select
    place.commune, head.measure, head.period, $upload,
    said.ten_thousandths::decimal(18, 0) * 0.0001::decimal(5, 4),
    said.estimate, head.match, head.sheet, head.letters || place.sheet_row
from province_value as said
inner join province_row as place on place.row_number = said.row_number
inner join province_column as head on head.column_number = said.column_number
