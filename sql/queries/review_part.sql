-- Purpose: rows of a review's canonical form as typed columns, for the DuckDB and Parquet files of its folder.
-- Grain: one row a row of the part. Parameters: rows, a JSON list of objects; structure, their columns and types as
--   from_json takes them.
select unnest(from_json($rows::json, $structure), recursive := true)
