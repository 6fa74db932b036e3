-- Purpose: the troubled cells that an upload left out. Grain: one row a trouble. Parameter: upload.
select sheet, cell, code, message_vi from kpi.left_out where upload = $upload order by ordinal
