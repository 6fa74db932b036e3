-- Purpose: every version of a commune's plan known as of a moment, the newest first.
-- Grain: one row a version. Parameters: commune; as_of, timestamp in UTC.
-- Columns: those of kpi.plan and targets, how many it has; file_name of the workbook it came from, null where none.
select
    plan.*, plan_file.file_name,
    (
        select count(*) from kpi.target as target where target.commune = plan.commune and target.plan = plan.plan
    ) as targets
from kpi.plan as plan
left join kpi.plan_file as plan_file using (commune, plan)
where plan.commune = $commune and plan.recorded_at <= $as_of
order by plan.plan desc
