-- Purpose: adds the workbook that a plan version was recorded from.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.plan_file (
    commune, plan, file_name, sha256, content
) values (
    $commune, $plan, $file_name, $sha256, $content
)
