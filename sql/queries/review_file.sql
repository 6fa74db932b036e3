-- Purpose: a file of a review's folder, byte for byte. Grain: one row, or none. Parameters: commune, review, path.
select sha256, content from kpi.review_file where commune = $commune and review = $review and path = $path
