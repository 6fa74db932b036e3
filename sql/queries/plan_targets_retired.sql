-- Purpose: the targets that a plan version retired, as the newest version before it that had them.
-- Grain: one row a target, in the order of the plan that had it. Parameters: commune, plan.
-- Columns: those of kpi.target.
select target.*
from kpi.target as target
inner join kpi.retirement as retirement
    on retirement.commune = target.commune and retirement.target = target.target
where target.commune = $commune and retirement.plan = $plan and target.plan < $plan
qualify row_number() over (partition by target.target order by target.plan desc) = 1
order by target.plan, target.ordinal
