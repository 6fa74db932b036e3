-- Purpose: how a target's path runs where the plan says so, and who answers for the target.
-- path_rule: 'rule' (by what the measure is), linear, flat, steps (kpi.step). lead_unit '': the measure's own.
alter table kpi.target add column path_rule varchar default 'rule';
alter table kpi.target add column lead_unit varchar default '';
alter table kpi.target add column joint_units varchar default '';
alter table kpi.target add column directing_leader varchar default '';
alter table kpi.target add column officer varchar default ''
