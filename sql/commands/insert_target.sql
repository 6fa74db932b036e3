-- Purpose: adds one target of a plan version.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.target (
    commune, plan, target, ordinal, indicator, group_vi, name_vi, unit, measure, horizon, first_year, last_year,
    bound, value, stretch, tolerance, commitment, suspended, path_rule, lead_unit, joint_units, directing_leader,
    officer
) values (
    $commune, $plan, $target, $ordinal, $indicator, $group_vi, $name_vi, $unit, $measure, $horizon, $first_year,
    $last_year, $bound, $value, $stretch, $tolerance, $commitment, $suspended, $path_rule, $lead_unit, $joint_units,
    $directing_leader, $officer
)
