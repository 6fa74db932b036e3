-- Purpose: adds a review.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.review (
    commune, review, name_vi, occasion, period, as_of, scope, scope_name_vi, plan, frozen_at, frozen_by, format,
    canonical_sha256, fingerprint, signature
) values (
    $commune, $review, $name_vi, $occasion, $period, $as_of, $scope, $scope_name_vi, $plan, $frozen_at, $frozen_by,
    $format, $canonical_sha256, $fingerprint, $signature
)
