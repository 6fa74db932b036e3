-- Purpose: adds a scenario of the office's own to a plan version.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.scenario (
    commune, plan, scenario, ordinal, name_vi, sector_vi
) values (
    $commune, $plan, $scenario, $ordinal, $name_vi, $sector_vi
)
