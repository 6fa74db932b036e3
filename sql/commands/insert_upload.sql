-- Purpose: adds a file with its bytes, who and when.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.upload (
    commune, upload, period, file_name, sha256, content, recorded_at, recorded_by, correction_reason
) values (
    $commune, $upload, $period, $file_name, $sha256, $content, $recorded_at, $recorded_by, $correction_reason
)
