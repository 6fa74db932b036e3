-- Purpose: every target of every plan version known as of a moment, with the measure it judges and its baseline.
-- Grain: one row a commune, plan version and target.
-- Parameters: plans, known: names of relations made by plan_known and value_at; as_of, timestamp in UTC.
-- Columns: those of kpi.target (own_goal, own_stretch, own_tolerance in the target's unit), of the measure and of
--   plan_known, and
--   baseline_value      where the first path starts, at December of baseline_year: the measure's own, else that year's
--                       value (its own, else that of a period ending with it, the longest first); null where none is
--   lead_unit           the target's, else the measure's
--   frequency_months    a report is due every so many months
--   compared_decimals   values are compared at so many decimals
--   whole_number        counted in whole units: milestones are rounded
--   path_kind           achieved; share (the year's goal by the share of the year that has gone); flat (the goal itself);
--                       and, as the plan chose or linear: linear (a line in months), flat, steps (kpi.step)
create or replace macro target_line(plans, known, as_of) as table (
    with measure_known as (
        select *
        from kpi.measure
        where recorded_at <= as_of and commune in (select commune from query_table(plans))
        qualify row_number() over (partition by commune, measure order by recorded_at desc) = 1
    ),

    final as (
        select
            target.commune, target.plan, target.target, target.ordinal, target.indicator, target.group_vi,
            target.name_vi, target.unit, target.measure, target.horizon, target.first_year, target.last_year,
            target.bound, target.commitment, target.suspended,
            target.value as own_goal, target.stretch as own_stretch, target.tolerance as own_tolerance,
            target.joint_units, target.directing_leader, target.officer,
            coalesce(nullif(target.lead_unit, ''), measure.lead_unit) as lead_unit,
            plan.baseline_year, plan.earlier_plan, plan.takeover_month, plan.handover_month,
            coalesce(measure.baseline, known.value) as baseline_value,
            measure.accumulation, measure.decimals, measure.minimum, measure.maximum,
            measure.closes_month, measure.closes_day, measure.closes_next_year,
            case measure.frequency when 'month' then 1 when 'quarter' then 3 when 'half' then 6 else 12 end
                as frequency_months,
            greatest(measure.decimals, decimals_of(target.value), decimals_of(target.stretch)) as compared_decimals,
            measure.decimals = 0 and target.bound <> 'achieved' as whole_number,
            case
                when target.bound = 'achieved' then 'achieved'
                when measure.accumulation = 'year_to_date' then 'share'
                when measure.accumulation = 'growth' or target.horizon <> 'by_year' then 'flat'
                when target.path_rule = 'rule' then 'linear'
                else target.path_rule
            end as path_kind
        from kpi.target as target
        inner join query_table(plans) as plan using (commune, plan)
        inner join measure_known as measure using (commune, measure)
        left join query_table(known) as known
            on known.commune = target.commune and known.measure = target.measure
            and known.period = plan.baseline_year::varchar and known.at_end
    )

    select * from final
)
