-- Purpose: adds that an upload was taken back, for every commune it holds figures of.
-- Parameters: upload, and who, when and why, by column name.
insert into kpi.withdrawal (commune, upload, reason, withdrawn_at, withdrawn_by)
select commune, upload, $reason, $withdrawn_at, $withdrawn_by
from kpi.upload
where upload = $upload
