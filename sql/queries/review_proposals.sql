-- Purpose: everything ever proposed on a review, in the order it was. Grain: one row an act.
-- Parameters: commune, review; as_of, timestamp in UTC.
-- Columns: those of kpi.review_proposal and is_newest, nothing newer was said of the target as of the moment.
select
    *, act = max(act) over (partition by target) as is_newest
from kpi.review_proposal
where commune = $commune and review = $review and acted_at <= $as_of
order by act
