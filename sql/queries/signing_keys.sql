-- Purpose: the keys that sign reviews, the one in use first. Grain: one row a key.
-- Columns: fingerprint, public_key (PEM), made_at (UTC), made_by.
select fingerprint, public_key, made_at, made_by from kpi.signing_key order by number desc
