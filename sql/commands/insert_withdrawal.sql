-- Purpose: adds an upload taken back, with who, when and why.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.withdrawal (
    commune, upload, reason, withdrawn_at, withdrawn_by
) values (
    $commune, $upload, $reason, $withdrawn_at, $withdrawn_by
)
