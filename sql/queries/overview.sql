-- Purpose: everything the overview shows of a period, in one pass: judging once costs less than judging three times.
-- Grain: one row a target, in the plan's order.
-- Parameters: commune, period, periods (list, of the heat map), as_of (UTC), scenario.
-- Columns: those of sql/views/70_judged.sql for the period; indicator_ordinal, indicator_group_vi, indicator_status and
--   deciding_target of its indicator; plan_name_vi, document_number and document_date of the version that judges;
--   indicator_statuses, a list of {period, status} in time over `periods`, null where no version judging these has it.
with targets as materialized (
    from judged([$commune], list_distinct(list_append($periods, $period)), $as_of, $scenario)
),

indicators as materialized (from indicator_status('targets')),

mapped as (
    select
        indicators.indicator,
        list({period: indicators.period, status: indicators.status} order by period.end_month, -period.length_months)
            as indicator_statuses
    from indicators
    inner join period using (period)
    where indicators.period in (select unnest($periods))
    group by indicators.indicator
)

select
    targets.*, own.ordinal as indicator_ordinal, own.group_vi as indicator_group_vi, own.status as indicator_status,
    own.deciding_target, mapped.indicator_statuses,
    plan.name_vi as plan_name_vi, plan.document_number, plan.document_date
from targets
inner join indicators as own using (commune, period, indicator)
inner join kpi.plan as plan using (commune, plan)
left join mapped using (indicator)
where targets.period = $period
order by targets.ordinal
