-- Purpose: adds what a layout's column was said to hold.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.pointed_column (
    commune, upload, layout, column_number, meaning
) values (
    $commune, $upload, $layout, $column_number, $meaning
)
