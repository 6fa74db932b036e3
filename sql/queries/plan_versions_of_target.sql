-- Purpose: the plan versions that hold one after the other, as known at a moment, and what each wants of a target. Of
--          versions from the same day only the newest ever held (29_plan_known.sql).
-- Grain: one row a version, in time. Parameters: commune, target, as_of (UTC).
-- Columns: plan (the version), name_vi, document_number, document_date, valid_from, valid_to (null: until further notice),
--   recorded_at (UTC), recorded_by; of the target, null where the version has it not:
--   bound, horizon, first_year, last_year, unit, commitment, suspended, goal_value, goal_stretch, tolerance
--   year_goals     a list of {year, assigned_by, value, stretch}, in time
--   is_fixed       the version fixed milestones of its path ('phê duyệt đường găng')
--   is_retired     the version retired it, replaced_by which
with plans as (from plan_known([$commune], $as_of)),

goals as (
    select
        plan, list({year: year, assigned_by: assigned_by, value: value, stretch: stretch} order by year, assigned_by)
            as year_goals
    from kpi.assigned_goal
    where commune = $commune and target = $target
    group by plan
),

fixed as (
    select distinct plan from kpi.milestone
    where commune = $commune and target = $target and scenario in ('floor', 'stretch')
)

select
    plan.plan, plan.name_vi, plan.document_number, plan.document_date, plan.valid_from,
    lead(plan.valid_from) over (order by plan.valid_from) - 1 as valid_to, plan.recorded_at, plan.recorded_by,
    target.bound, target.horizon, target.first_year, target.last_year, target.unit, target.commitment,
    target.suspended, target.value as goal_value, target.stretch as goal_stretch, target.tolerance,
    coalesce(goals.year_goals, []) as year_goals, fixed.plan is not null as is_fixed,
    retirement.target is not null as is_retired, retirement.replaced_by
from plans
inner join kpi.plan as plan using (commune, plan)
left join kpi.target as target
    on target.commune = plan.commune and target.plan = plan.plan and target.target = $target
left join kpi.retirement as retirement
    on retirement.commune = plan.commune and retirement.plan = plan.plan and retirement.target = $target
left join goals on goals.plan = plan.plan
left join fixed on fixed.plan = plan.plan
order by plan.valid_from
