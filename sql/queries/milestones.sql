-- Purpose: the đường găng of a year: what every target wants of every period, what was reached, what is due next.
-- Grain: one row a target and period, in the order of the plan that judges last, then in time (of periods that end
--   together the shortest first). A target has no row where the version that judges the period does not have it.
-- Parameters: commune; periods, the year's; as_of, timestamp in UTC; scenario.
-- Columns: of sql/views/70_judged.sql; those of what was reached and its status are null before the period begins,
--   unless a value is recorded that ends then, and
--   own_goal, own_stretch               the target's own, also where the year has another
--   is_fixed                            the plan fixed `planned_value`, in the scenario that it comes from
--   plan_name_vi, document_number, document_date, valid_from   of the version that judges the period
--   kind, year, end_month               of the period
--   has_begun                           on the day of as_of in Vietnam
--   is_due                              the measure's own frequency has a report at its end; of months only where
--                                       every month has one
--   is_said_then                        actual_value is of a period that ends then: no yes or no of an earlier one
--   next_period, next_due_on            of the target: the period of its own frequency whose report comes next in the
--                                       year and has not been given for good, and the last day to be in time; null
--                                       where none is left, the target has ended or is suspended, nothing is wanted,
--                                       or a yes was said; a yes/no asks only at the end of the year that judges it
with judged_periods as materialized (from judged([$commune], $periods, $as_of, $scenario)),

reporting as (
    select
        measure, case frequency when 'month' then 1 when 'quarter' then 3 when 'half' then 6 else 12 end as every_months
    from kpi.measure
    where commune = $commune and recorded_at <= $as_of
    qualify row_number() over (partition by measure order by recorded_at desc) = 1
),

fixed as (
    select distinct milestone.plan, milestone.target, period.end_month
    from kpi.milestone as milestone
    inner join period using (period)
    where milestone.commune = $commune and milestone.scenario = $scenario
),

placed as materialized (
    select
        judged_periods.*, period.kind, period.year, period.end_month, period.length_months, period.deadline_on,
        period.starts_on <= ($as_of + interval 7 hours)::date as has_begun,
        period.deadline_on >= ($as_of + interval 7 hours)::date as is_in_time,
        period.last_month % reporting.every_months = 0 and (period.kind <> 'month' or reporting.every_months = 1)
            as is_due,
        period.length_months = reporting.every_months as is_own_kind,
        coalesce(said.end_month = period.end_month, false) as is_said_then,
        is_said_then and not judged_periods.estimate as is_given,
        has_begun or is_said_then as is_shown,
        judged_periods.planned_value is not null and not judged_periods.by_mean
            and (
                fixed.target is not null
                or judged_periods.is_fixed
                    and ($scenario <> 'stretch' or judged_periods.stretch_value is null)
            ) as is_fixed_there,
        max_by(judged_periods.ordinal, period.end_month) over (partition by judged_periods.target) as last_ordinal
    from judged_periods
    inner join period using (period)
    inner join reporting using (measure)
    left join period as said on said.period = judged_periods.actual_period
    left join fixed
        on fixed.plan = judged_periods.plan and fixed.target = judged_periods.target
        and fixed.end_month = period.end_month
),

next_due as (
    select target, min_by(period, deadline_on) as next_period, min(deadline_on) as next_due_on
    from placed
    where is_own_kind and is_in_time and not is_given and status <> 'suspended' and year <= last_year
        and (planned_value is not null or path_kind in ('linear', 'steps'))
        and not (bound = 'achieved' and coalesce(actual_value > 0, false))
    group by target
)

select
    placed.period, placed.kind, placed.year, placed.end_month, placed.has_begun, placed.is_due, placed.plan,
    plan.name_vi as plan_name_vi, plan.document_number, plan.document_date, plan.valid_from,
    placed.target, placed.indicator, placed.group_vi, placed.name_vi, placed.unit, placed.decimals, placed.measure,
    placed.lead_unit, placed.joint_units, placed.directing_leader, placed.officer,
    placed.horizon, placed.first_year, placed.last_year, placed.bound, placed.commitment, placed.goal_value,
    placed.goal_stretch, wanted.value as own_goal, wanted.stretch as own_stretch, placed.path_kind,
    placed.baseline_value, placed.planned_value, placed.is_fixed_there as is_fixed, placed.by_mean, placed.due_on,
    placed.year_goal, placed.city_goal, placed.council_goal,
    case when placed.is_shown then placed.actual_value end as actual_value,
    case when placed.is_shown then placed.actual_period end as actual_period,
    placed.is_said_then,
    case when placed.is_shown then placed.estimate end as estimate,
    case when placed.is_shown then placed.mean_value end as mean_value,
    case when placed.is_shown then placed.compared_value end as compared_value,
    case when placed.is_shown then placed.distance end as distance,
    case when placed.is_shown then placed.year_goal_distance end as year_goal_distance,
    case when placed.is_shown then placed.year_goal_percent end as year_goal_percent,
    case when placed.is_shown then placed.status end as status,
    next_due.next_period, next_due.next_due_on
from placed
inner join kpi.plan as plan on plan.commune = $commune and plan.plan = placed.plan
inner join kpi.target as wanted
    on wanted.commune = $commune and wanted.plan = placed.plan and wanted.target = placed.target
left join next_due on next_due.target = placed.target
order by placed.last_ordinal, placed.target, placed.end_month, placed.length_months
