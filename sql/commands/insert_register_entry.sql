-- Purpose: adds what a register says of one commune.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.register (
    code, recorded_at, name_vi, parent_vi, recorded_by
) values (
    $code, $recorded_at, $name_vi, $parent_vi, $recorded_by
)
