-- Purpose: the newest plan version of a commune that came from the catalogue, not from a sheet.
-- Grain: one row, none where there is none. Parameter: commune.
select * from kpi.plan where commune = $commune and origin = 'catalogue' order by plan desc limit 1
