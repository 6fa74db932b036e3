-- Purpose: the number of the next act on a review. Grain: one row. Parameters: commune, review.
select coalesce(max(act), 0) + 1 as act from kpi.review_proposal where commune = $commune and review = $review
