-- Purpose: the files of a review's folder. Grain: one row a file. Parameters: commune, review.
-- Columns: path, sha256 (null where the bytes are no longer those that were recorded), size_bytes.
select path, case when sha256(content) = sha256 then sha256 end as sha256, octet_length(content) as size_bytes
from kpi.review_file
where commune = $commune and review = $review
order by path
