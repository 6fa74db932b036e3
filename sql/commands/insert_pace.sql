-- Purpose: adds the share of a year that is due by the end of one month.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.pace (
    commune, plan, target, month, share, source
) values (
    $commune, $plan, $target, $month, $share, $source
)
