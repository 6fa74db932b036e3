-- Purpose: adds one notice made when an upload was read.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.upload_issue (
    commune, upload, ordinal, code, severity, message_vi, sheet, cell
) values (
    $commune, $upload, $ordinal, $code, $severity, $message_vi, $sheet, $cell
)
