-- Purpose: where every target of a plan version was to stand at the end of a period, if that version still judged it.
-- Grain: one row a target that has a path there. Parameters: commune, plan, period; as_of, timestamp in UTC.
-- Columns: floor_milestone, stretch_milestone as judged against, in the target's unit at four decimals.
with plans as materialized (from plan_known([$commune], $as_of)),

known as materialized (from value_at([$commune], [$period], $as_of)),

lines as materialized (from target_line('plans', 'known', $as_of)),

goals as materialized (from year_goal('lines')),

starts as materialized (from path_start('lines', 'goals'))

select target, at_four(floor_milestone) as floor_milestone, at_four(stretch_milestone) as stretch_milestone
from path('lines', 'goals', 'starts', [$period], 'floor')
where plan = $plan and period = $period and floor_milestone is not null
