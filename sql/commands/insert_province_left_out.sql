-- Purpose: adds the troubled cells that a province's upload left out, each with the commune of its row.
-- Parameter: upload. Table: province_left_out (commune, ordinal, code, message_vi, sheet, cell).
insert into kpi.left_out (commune, upload, ordinal, sheet, cell, code, message_vi)
select commune, $upload, ordinal, sheet, cell, code, message_vi
from province_left_out
