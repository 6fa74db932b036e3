-- Purpose: adds one proposal on a review, or the withdrawal of one.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.review_proposal (
    commune, review, act, target, withdrawn, goal_value, goal_stretch, tolerance, last_year, suspended, reason, acted_at,
    acted_by
) values (
    $commune, $review, $act, $target, $withdrawn, $goal_value, $goal_stretch, $tolerance, $last_year, $suspended, $reason,
    $acted_at, $acted_by
)
