-- Purpose: the moments at which a judgement can change while the paths stay as they are: a value is recorded or taken
--          back, a deadline passes, a year closes.
-- Grain: one row a commune, asked period, target and moment; the state's first moment is one of them.
-- Parameters: placed, states, known: names of relations made by placed_line, judging_state (one a commune) and
--   value_over_time.
create or replace macro judging_moment(placed, states, known) as table (
    with line as (
        select placed.*, state.state_from, state.state_to
        from query_table(placed) as placed
        inner join query_table(states) as state using (commune)
    ),

    judged as (select * from line where in_force and wanted and not suspended),

    spoken as (
        select commune, measure, period, at_end, unnest([from_at, to_at]) as moment from query_table(known)
    ),

    change as (
        select commune, asked_period, target, state_from, state_to, deadline_at as moment from judged
        union all
        select commune, asked_period, target, state_from, state_to, closes_at from line where at_horizon
        union all
        select commune, asked_period, target, state_from, state_to, due_day_over_at
        from judged
        where at_horizon and bound = 'achieved'
        union all
        select line.commune, line.asked_period, line.target, line.state_from, line.state_to, spoken.moment
        from line
        inner join spoken
            on spoken.commune = line.commune and spoken.measure = line.measure
            and spoken.period = case when line.bound = 'achieved' then line.asked_period else line.period end
        where spoken.at_end or line.bound = 'achieved'
        union all
        select line.commune, line.asked_period, line.target, line.state_from, line.state_to, spoken.moment
        from line
        inner join period as earlier
            on earlier.kind = 'year' and earlier.year >= line.first_year and earlier.end_month < line.end_month
        inner join spoken
            on spoken.commune = line.commune and spoken.measure = line.measure and spoken.period = earlier.period
        where line.horizon = 'average' and line.at_horizon and spoken.at_end
    ),

    final as (
        select commune, asked_period, target, state_from as moment from line
        union
        select commune, asked_period, target, moment from change where moment > state_from and moment < state_to
    )

    select * from final
)
