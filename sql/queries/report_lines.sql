-- Purpose: what a report's table says of every target of a commune in a period. Grain: one row a target, in the plan's
--          order.
-- Parameters: commune, period, as_of (UTC), scenario.
-- Columns: those of sql/views/70_judged.sql; indicator_status; term_goal and term_stretch, the target's own also where
--   the year has a goal of its own; year_stretch, the upper end of a band of year_goal; plan_name_vi, document_number,
--   document_date, baseline_year of the version that judges; judged_year, the period's or, after the target's end, its
--   last; and, in the target's unit,
--   period_value       of the asked period alone (thực hiện): of a level the value; of what grows from January the value
--                      less that at the end of the period before, null where either is missing; null for what exists
--                      cumulatively only
--   period_estimate    either of the two is provisional
--   cumulative_value   from January on (lũy kế); null for a level
--   year_before_value, year_before_change   of the same period a year before, and the change since: in points where the
--                      unit is percent, else in percent of a base above zero
--   decisions_vi       the documents that recognise a yes, in time
with targets as materialized (from judged([$commune], [$period], $as_of, $scenario)),

indicators as (from indicator_status('targets')),

known as materialized (from value_at([$commune], (select list(period) from period), $as_of)),

beside as (
    select
        own.year, own.end_month, own.length_months = own.last_month as from_january,
        before.period as before_period, year_before.period as year_before_period
    from period as own
    left join period as before
        on before.kind = own.kind and before.year = own.year and before.end_month = own.end_month - own.length_months
    left join period as year_before on year_before.kind = own.kind and year_before.end_month = own.end_month - 12
    where own.period = $period
),

assigned as (
    select plan, target, year, max_by({stretch: stretch}, assigned_by = 'council').stretch as stretch
    from kpi.assigned_goal
    where commune = $commune
    group by all
),

said_of_decision as (
    select
        remark.measure, remark.text_vi,
        min({month: period.end_month, upload: remark.upload, ordinal: remark.ordinal}) as first_said
    from kpi.remark as remark
    inner join upload_standing($as_of) as standing using (commune, upload)
    inner join period on period.period = remark.period
    where remark.commune = $commune and remark.kind = 'decision'
        and period.end_month <= (select end_month from beside)
    group by remark.measure, remark.text_vi
),

decision as (
    select measure, list(text_vi order by first_said) as decisions_vi from said_of_decision group by measure
),

valued as (
    select
        targets.*, beside.*, said.end_month = beside.end_month as of_period,
        before.value as before_value, before.estimate as before_estimate,
        case when of_period then year_before.value end as year_before_value
    from targets
    cross join beside
    left join period as said on said.period = targets.actual_period
    left join known as before
        on before.measure = targets.measure and before.period = beside.before_period and before.at_end
    left join known as year_before
        on year_before.measure = targets.measure and year_before.period = beside.year_before_period
        and year_before.at_end
),

final as (
    select
        valued.* exclude (
            year, end_month, before_period, year_before_period, from_january, of_period, before_value, before_estimate
        ),
        indicators.status as indicator_status, least(valued.year, valued.last_year) as judged_year,
        wanted.value as term_goal, wanted.stretch as term_stretch,
        case
            when valued.year_goal is null then null
            when valued.city_goal is null and valued.council_goal is null then wanted.stretch
            when valued.bound = 'between' then coalesce(assigned.stretch, wanted.stretch)
            else assigned.stretch
        end as year_stretch,
        plan.name_vi as plan_name_vi, plan.document_number, plan.document_date, plan.baseline_year,
        case
            when valued.accumulation = 'level' then valued.actual_value
            when valued.accumulation <> 'year_to_date' or not valued.of_period then null
            when valued.from_january then valued.actual_value
            else valued.actual_value - valued.before_value
        end as period_value,
        valued.estimate or (
            valued.accumulation = 'year_to_date' and not valued.from_january and coalesce(valued.before_estimate, false)
        ) as period_estimate,
        case when valued.accumulation <> 'level' then valued.actual_value end as cumulative_value,
        case
            when valued.bound = 'achieved' then null
            when valued.unit like '\%%' escape '\' then valued.actual_value - valued.year_before_value
            when valued.year_before_value > 0
                then at_four(
                    100 * (valued.actual_value - valued.year_before_value)::double / valued.year_before_value
                )
        end as year_before_change,
        coalesce(decision.decisions_vi, []) as decisions_vi
    from valued
    inner join indicators using (indicator)
    inner join kpi.plan as plan on plan.commune = valued.commune and plan.plan = valued.plan
    inner join kpi.target as wanted
        on wanted.commune = valued.commune and wanted.plan = valued.plan and wanted.target = valued.target
    left join assigned
        on assigned.plan = valued.plan and assigned.target = valued.target
        and assigned.year = least(valued.year, valued.last_year)
    left join decision on decision.measure = valued.measure
)

select * from final order by ordinal
