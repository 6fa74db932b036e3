-- Purpose: the communes of an upload that have ever locked a period. Grain: one row a commune. Parameter: upload.
select distinct upload.commune
from kpi.upload as upload
semi join kpi.period_lock as period_lock using (commune)
where upload.upload = $upload
order by upload.commune
