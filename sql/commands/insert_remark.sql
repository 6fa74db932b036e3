-- Purpose: adds one remark an upload said.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.remark (
    commune, upload, ordinal, measure, period, kind, text_vi, sheet, cell
) values (
    $commune, $upload, $ordinal, $measure, $period, $kind, $text_vi, $sheet, $cell
)
