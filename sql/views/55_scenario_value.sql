-- Purpose: what plan versions say of the scenarios that the office added (kịch bản tăng trưởng).
-- Grain: one row a commune, plan version, target, scenario and period that has a value.
-- Parameters: communes and periods, lists (the calendar's years are always among the answer).
-- Columns: ordinal, name_vi, sector_vi of the scenario; value in the target's unit: of the period itself, else of the
--   longest that ends together with it, as 54_path.sql takes it.
create or replace macro scenario_value(communes, periods) as table (
    with final as (
        select
            milestone.commune, milestone.plan, milestone.target, scenario.scenario, scenario.ordinal, scenario.name_vi,
            scenario.sector_vi, asked.period, asked.end_month,
            max_by(milestone.value, own.length_months + 100 * (own.period = asked.period)::integer) as value
        from kpi.milestone as milestone
        inner join kpi.scenario as scenario using (commune, plan, scenario)
        inner join period as own on own.period = milestone.period
        inner join period as asked on asked.end_month = own.end_month
        where milestone.commune in (select unnest(communes))
            and (asked.kind = 'year' or asked.period in (select unnest(periods)))
        group by all
    )

    select * from final
)
