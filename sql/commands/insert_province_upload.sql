-- Purpose: adds the bytes of a file of many communes.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.province_upload (upload, content) values ($upload, $content)
