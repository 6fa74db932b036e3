-- Purpose: the reviews: what was known at a moment, frozen under a name; rows are only added, never changed.
-- Grain: one row a commune and review.
create table kpi.review (
    commune           varchar not null,
    review            varchar not null,     -- the name in small letters: no two differ by their case or spaces alone
    name_vi           varchar not null,
    occasion          varchar not null,     -- midterm, year, term
    period            varchar not null,
    as_of             timestamp not null,   -- UTC; what was recorded later is not in it
    scope             varchar not null,     -- all, group, unit
    scope_name_vi     varchar not null,     -- the group's or the unit's name; empty of all
    plan              integer not null,     -- the version that judges the period
    frozen_at         timestamp not null,   -- UTC
    frozen_by         varchar not null,
    format            integer not null,     -- of the canonical form
    canonical_sha256  varchar not null,     -- of the canonical form, in hexadecimal
    fingerprint       varchar not null,     -- of the key that signed
    signature         blob not null,        -- Ed25519, over the manifest's bytes
    primary key (commune, review)
)
