-- Purpose: adds a milestone a plan version fixed.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.milestone (
    commune, plan, target, scenario, period, value
) values (
    $commune, $plan, $target, $scenario, $period, $value
)
