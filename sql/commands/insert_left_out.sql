-- Purpose: adds one troubled cell that an upload left out.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.left_out (
    commune, upload, ordinal, sheet, cell, code, message_vi
) values (
    $commune, $upload, $ordinal, $sheet, $cell, $code, $message_vi
)
