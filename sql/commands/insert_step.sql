-- Purpose: adds a step of a path that rises at dates.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.step (
    commune, plan, target, scenario, on_date, value
) values (
    $commune, $plan, $target, $scenario, $on_date, $value
)
