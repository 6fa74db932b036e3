-- Purpose: the files of a review's folder. Grain: one row a file. Parameters: commune, review.
-- Columns: path, sha256, size_bytes.
select path, sha256, octet_length(content) as size_bytes
from kpi.review_file
where commune = $commune and review = $review
order by path
