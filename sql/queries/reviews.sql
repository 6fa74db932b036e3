-- Purpose: the reviews of a commune that were frozen by a moment, the newest first.
-- Grain: one row a review. Parameters: commune, as_of (UTC). Columns: those of kpi.review.
select * from kpi.review where commune = $commune and frozen_at <= $as_of order by frozen_at desc, review
