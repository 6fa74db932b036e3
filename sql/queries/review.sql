-- Purpose: a review by its name in small letters. Grain: one row, or none. Parameters: commune, review.
select * from kpi.review where commune = $commune and review = $review
