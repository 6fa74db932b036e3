-- Purpose: the public halves of the keys that sign reviews; the last is the one in use, older ones verify what they
--          signed. The private half never enters the store.
-- Grain: one row a key.
create table kpi.signing_key (
    number       integer not null,     -- 1, 2, … as they came into use, whatever the clock said
    fingerprint  varchar not null,     -- SHA-256 of the public key's 32 bytes, in hexadecimal
    public_key   varchar not null,     -- PEM
    made_at      timestamp not null,   -- UTC
    made_by      varchar not null,
    primary key (fingerprint)
)
