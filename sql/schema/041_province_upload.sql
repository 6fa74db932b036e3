-- Purpose: the bytes of a file that holds figures of many communes, kept once; kpi.upload has a row a commune with the
--   same number and no content.
-- Grain: one row an upload.
create table kpi.province_upload (
    upload   integer not null,
    content  blob not null,
    primary key (upload)
)
