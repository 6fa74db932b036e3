-- Purpose: what is to be expected of every target, and what it takes (dự báo, cần đạt; design, section 3).
-- Grain: one row a commune, period and target of the plan version that judges the period.
-- Parameters: communes and periods, lists; as_of, timestamp in UTC; scenario: floor, stretch or one of the office's own.
-- Columns: values in the target's unit, at four decimals;
--   goal               that the forecast is held against: of the year it is about, in the scenario; of an average its own
--   forecast_period    the year whose end, or up to whose end the mean, is forecast
--   expected, low, high   the forecast and its 80% interval; meets_goal, as it would be judged
--   met_period         when the goal would be met; null: not within the calendar
--   needed, needed_per what it takes every year, quarter or month that remains (91_needed.sql)
--   points             how many values the forecast rests on
--   reason             why there is none (89_expected.sql)
create or replace macro forecast(communes, periods, as_of, scenario) as table (
    with plans as materialized (from plan_known(communes, as_of)),

    asked as (from plan_in_force('plans', periods)),

    known as materialized (from value_at(communes, (select list(period) from period), as_of)),

    lines as materialized (from target_line('plans', 'known', as_of)),

    goals as materialized (from year_goal('lines')),

    starts as materialized (from path_start('lines', 'goals')),

    paths as materialized (from path('lines', 'goals', 'starts', periods, scenario)),

    judged_lines as materialized (from judged_line('asked', 'lines', 'paths', as_of)),

    means as (from mean_of_closed_years('judged_lines', 'known')),

    forecast_lines as materialized (from forecast_line('judged_lines', 'lines', 'paths', 'known', scenario)),

    trends as materialized (from trend('forecast_lines', 'known')),

    shares as materialized (from year_share('forecast_lines', 'known')),

    paces as materialized (from year_pace('forecast_lines', 'known', 'shares')),

    sums as (from horizon_sum('forecast_lines', 'known', as_of)),

    expected_lines as materialized (from expected('forecast_lines', 'trends', 'paces', 'sums')),

    met as (from met_period('expected_lines', 'trends', 'paces')),

    takes as (from needed('expected_lines', 'means')),

    final as (
        select
            commune, line.asked_period as period, plan, target, described.ordinal, described.indicator, line.measure,
            described.name_vi, described.unit, described.decimals, line.bound, line.horizon, line.first_year,
            line.last_year, line.goal, line.about_year::varchar as forecast_period, line.expected, line.low,
            line.high, line.meets_goal, met.met_period, takes.needed,
            case when takes.needed is not null then takes.needed_per end as needed_per, line.points, line.reason
        from expected_lines as line
        inner join lines as described using (commune, plan, target)
        left join met using (commune, asked_period, target)
        left join takes using (commune, asked_period, target)
    )

    select * from final
)
