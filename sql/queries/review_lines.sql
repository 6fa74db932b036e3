-- Purpose: the rows of a review, in the order of its canonical form.
-- Grain: one row a line. Parameters: commune, review. Columns: part, ordinal, content (JSON).
select part, ordinal, content from kpi.review_value where commune = $commune and review = $review order by line
