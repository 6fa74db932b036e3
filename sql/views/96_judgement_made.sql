-- Purpose: what judged says in scenario floor, at every moment of a state of the record.
-- Grain: one row a commune, target, period and moment at which the judgement can change; of every period after
--   the plans' baseline.
-- Parameters: communes, list; begun_at, when the state of each of them began (UTC).
-- Columns: those of kpi.judgement; to_at is the next moment, or the state's end.
create or replace macro judgement_made(communes, begun_at) as table (
    with states as materialized (select * from judging_state(communes) where state_from = begun_at),

    plans as materialized (from plan_known(communes, begun_at)),

    baselines as materialized (from value_at(communes, [], begun_at)),

    lines as materialized (from target_line('plans', 'baselines', begun_at)),

    goals as materialized (from year_goal('lines')),

    starts as materialized (from path_start('lines', 'goals')),

    years as (select commune, min(baseline_year) + 1 as first_year from lines group by commune),

    asked as (
        select in_force.*
        from plan_in_force('plans', (select list(period) from period)) as in_force
        inner join years on years.commune = in_force.commune and in_force.year >= years.first_year
    ),

    paths as materialized (from path('lines', 'goals', 'starts', (select list(period) from period), 'floor')),

    known as materialized (from value_over_time(communes, (select list(period) from period))),

    placed as materialized (from placed_line('asked', 'lines', 'paths')),

    moments as (from judging_moment('placed', 'states', 'known')),

    judged_lines as materialized (
        select
            placed.*, moments.moment,
            moments.moment >= deadline_at as deadline_passed,
            moments.moment >= closes_at as year_closed,
            moments.moment >= due_day_over_at as due_day_over,
            horizon = 'average' and at_horizon and year_closed as by_mean
        from placed
        inner join moments using (commune, asked_period, target)
    ),

    means as (from mean_of_closed_years('judged_lines', 'known')),

    measured_lines as (from measured('judged_lines', 'means', 'known', 'floor')),

    decided_lines as (from decided('measured_lines')),

    final as (
        select
            period.kind, commune, target, line.asked_period as period, line.moment as from_at,
            lead(line.moment, 1, states.state_to) over (
                partition by commune, target, line.asked_period order by line.moment
            ) as to_at,
            plan, described.indicator, line.measure, line.actual_value, line.planned_value, line.distance, line.status,
            line.is_final
        from decided_lines as line
        inner join lines as described using (commune, plan, target)
        inner join states using (commune)
        inner join period on period.period = line.asked_period
    )

    select * from final
)
