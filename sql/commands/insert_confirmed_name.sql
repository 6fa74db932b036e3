-- Purpose: adds a likeness that was confirmed with an upload.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.confirmed_name (
    commune, upload, name_key, measure
) values (
    $commune, $upload, $name_key, $measure
)
