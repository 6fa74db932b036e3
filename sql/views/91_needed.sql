-- Purpose: what it takes to reach the goal (cần đạt; design, section 3).
-- Grain: one row a commune, asked period and target.
-- Parameters: expected_lines, means: names of relations made by expected and mean_of_closed_years.
-- Columns: needed_per: year, of an average; month, of a total; else quarter; and needed in the target's unit, from the
--   value of the asked period on: what every remaining year has to be, what every month has to add, by how much every
--   quarter has to change it. Where the goal is reached 0, but of a total's ceiling what is left of it. Null where there
--   is no value, where nothing remains, or where no number would do.
create or replace macro needed(expected_lines, means) as table (
    with placed as (
        select
            line.*, mean.mean_value,
            line.years - line.closed_years as years_left,
            (line.about_year * 12 + 12 - line.end_month) / case when line.by_pace then 1.0 else 3.0 end as times_left,
            meets_bound(line.compared_value, line.bound, line.goal, line.goal_upper) as is_met,
            case when line.horizon = 'average' then coalesce(mean.mean_value, 0) else line.actual_value end::double
                as stands_at,
            case when line.bound = 'between' then greatest(least(stands_at, line.goal_upper), line.goal) else line.goal
            end::double as aim
        from query_table(expected_lines) as line
        left join query_table(means) as mean using (commune, asked_period, target)
        where line.premise is null
    ),

    worked_out as (
        select
            *,
            case
                when horizon = 'average' and (years_left <= 0 or (closed_years > 0 and mean_value is null)) then null
                when by_log then (
                    pow(
                        pow(greatest(1 + aim / 100, 0), years)
                        / nullif(pow(greatest(1 + stands_at / 100, 0), closed_years), 0),
                        1.0 / nullif(years_left, 0)
                    ) - 1
                ) * 100
                when horizon = 'average' then (years * aim - closed_years * stands_at) / nullif(years_left, 0)
                when is_met and not (by_pace and bound in ('at_most', 'below')) then 0
                else (aim - stands_at) / nullif(times_left, 0)
            end as amount
        from placed
    ),

    final as (
        select
            commune, asked_period, target, within_range(amount, null, null) as needed,
            case
                when horizon = 'average' then 'year' when by_pace then 'month' else 'quarter'
            end as needed_per
        from worked_out
    )

    select * from final
)
