-- Purpose: adds a plan version's goal for one year of a target.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.year_goal (
    commune, plan, target, year, value, stretch
) values (
    $commune, $plan, $target, $year, $value, $stretch
)
