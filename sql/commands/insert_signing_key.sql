-- Purpose: adds the public half of a key that signs reviews.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.signing_key (fingerprint, public_key, made_at, made_by)
values ($fingerprint, $public_key, $made_at, $made_by)
