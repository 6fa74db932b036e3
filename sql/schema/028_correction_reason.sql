-- Purpose: why an upload changed values of a period that had been locked; null where nobody had to say.
alter table kpi.upload add column correction_reason varchar
