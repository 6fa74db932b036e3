-- Purpose: adds an upload's row for each commune of a province's file. Table: province_commune (commune).
-- Parameters: the rest of the row, by column name (units and meanings: sql/schema).
insert into kpi.upload (
    commune, upload, period, file_name, sha256, content, recorded_at, recorded_by, correction_reason
)
select commune, $upload, $period, $file_name, $sha256, ''::blob, $recorded_at, $recorded_by, $correction_reason
from province_commune
