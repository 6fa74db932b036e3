-- Purpose: marks the store as one for demonstration.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.demonstration (marked_at, marked_by) values ($marked_at, $marked_by)
