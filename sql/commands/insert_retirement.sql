-- Purpose: adds a target that a plan version retires.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.retirement (
    commune, plan, target, replaced_by
) values (
    $commune, $plan, $target, $replaced_by
)
