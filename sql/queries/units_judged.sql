-- Purpose: how far every target of a commune stood at the ends of several periods, for those who answer for it.
-- Grain: one row a target and period, in the plan's order and then in time. Parameters: commune, periods (list), as_of
--   (UTC), scenario.
-- Columns: those of sql/views/70_judged.sql; term_goal and term_stretch, the target's own also where the year has one;
--   plan_name_vi, document_number and document_date of the version that judges.
with targets as (from judged([$commune], $periods, $as_of, $scenario))

select
    targets.*, wanted.value as term_goal, wanted.stretch as term_stretch,
    plan.name_vi as plan_name_vi, plan.document_number, plan.document_date
from targets
inner join kpi.plan as plan using (commune, plan)
inner join kpi.target as wanted using (commune, plan, target)
inner join period using (period)
order by targets.ordinal, period.end_month, period.length_months
