-- Purpose: adds a plan version's goal for one year of a target.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.assigned_goal (
    commune, plan, target, year, assigned_by, value, stretch
) values (
    $commune, $plan, $target, $year, $assigned_by, $value, $stretch
)
