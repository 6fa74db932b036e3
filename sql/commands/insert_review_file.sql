-- Purpose: adds a file of a review's folder.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.review_file (commune, review, path, sha256, content)
values ($commune, $review, $path, $sha256, $content)
