-- Purpose: the workbook a plan version was recorded from. Grain: one row, none where it came from the catalogue.
-- Parameters: commune, plan.
select file_name, sha256, content from kpi.plan_file where commune = $commune and plan = $plan
