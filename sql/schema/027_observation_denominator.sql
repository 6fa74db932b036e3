-- Purpose: what a ratio was computed from, in the units of the catalogue; null where the sheet gave only the ratio.
alter table kpi.observation add column denominator decimal(18, 4)
