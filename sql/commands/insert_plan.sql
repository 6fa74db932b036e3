-- Purpose: adds one version of a plan.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.plan (
    commune, plan, name_vi, document_number, document_date, valid_from, baseline_year, recorded_at, recorded_by, origin
) values (
    $commune, $plan, $name_vi, $document_number, $document_date, $valid_from, $baseline_year, $recorded_at,
    $recorded_by, $origin
)
