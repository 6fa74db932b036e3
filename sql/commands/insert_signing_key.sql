-- Purpose: adds the public half of a key that signs reviews, as the one in use.
-- Parameters: the row, by column name (units and meanings: sql/schema).
insert into kpi.signing_key (number, fingerprint, public_key, made_at, made_by)
select coalesce(max(number), 0) + 1, $fingerprint, $public_key, $made_at, $made_by
from kpi.signing_key
