-- Purpose: the targets whose status in a period is another at a later moment: by a value, by a plan, or because a
--   deadline passed or a year closed.
-- Grain: one row a target, in the plan's order; also one that only one of the two plan versions has.
-- Parameters: commune, period; earlier, later, timestamps in UTC; scenario.
-- Columns: of the target as the later moment has it (else the earlier one): indicator, name_vi, unit, decimals, bound,
--   goal_value; status, actual_value, planned_value and plan before and after, null where there was no such target.
with before as (from judged([$commune], [$period], $earlier, $scenario)),

after as (from judged([$commune], [$period], $later, $scenario))

select
    target, coalesce(after.indicator, before.indicator) as indicator,
    coalesce(after.name_vi, before.name_vi) as name_vi, coalesce(after.unit, before.unit) as unit,
    coalesce(after.decimals, before.decimals) as decimals, coalesce(after.bound, before.bound) as bound,
    coalesce(after.goal_value, before.goal_value) as goal_value,
    before.status as before, after.status as after,
    before.actual_value as before_actual, after.actual_value as after_actual,
    before.planned_value as before_planned, after.planned_value as after_planned,
    before.plan as before_plan, after.plan as after_plan
from before
full outer join after using (target)
where before.status is distinct from after.status
order by coalesce(after.ordinal, before.ordinal), target
