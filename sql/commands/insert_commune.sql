-- Purpose: adds one commune.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.commune (
    commune, name_vi
) values (
    $commune, $name_vi
)
