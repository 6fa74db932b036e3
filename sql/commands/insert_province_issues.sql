-- Purpose: adds what was noticed when a province's file was read, each with the commune of its row.
-- Parameter: upload. Table: province_issue (commune, ordinal, code, severity, message_vi, sheet, cell).
insert into kpi.upload_issue (commune, upload, ordinal, code, severity, message_vi, sheet, cell)
select commune, $upload, ordinal, code, severity, message_vi, sheet, cell
from province_issue
