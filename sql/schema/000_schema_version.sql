-- Purpose: which statements of sql/schema this store has.
-- Grain: one row a statement that ran, by its number.
create table if not exists kpi.schema_version (version integer primary key)
