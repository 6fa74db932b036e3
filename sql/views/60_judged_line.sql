-- Purpose: every target beside the milestone of the period it is judged at, as of a moment.
-- Grain: one row a commune, asked period and target of the plan version that judges the period.
-- Parameters: asked, lines, paths: names of relations made by plan_in_force, target_line, path; as_of, in UTC.
-- Columns: those of placed_line; moment, as_of; and
--   deadline_passed, year_closed   of the period and of its year, as of the moment
--   due_day_over                   the last day of that year, by which a yes is due, is over
--   by_mean                        the mean of the closed years is judged, not the period's own value
create or replace macro judged_line(asked, lines, paths, as_of) as table (
    with final as (
        select
            *, as_of as moment,
            as_of >= deadline_at as deadline_passed,
            as_of >= closes_at as year_closed,
            as_of >= due_day_over_at as due_day_over,
            horizon = 'average' and at_horizon and year_closed as by_mean
        from placed_line(asked, lines, paths)
    )

    select * from final
)
