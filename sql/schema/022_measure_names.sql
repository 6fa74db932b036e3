-- Purpose: what else belongs to a measure's definition: its other names in sheets, and of what it is a ratio.
alter table kpi.measure add column names_seen_vi varchar default '';   -- separated by |
alter table kpi.measure add column numerator_vi varchar default '';
alter table kpi.measure add column denominator_vi varchar default '';
alter table kpi.measure add column factor decimal(18, 4)
