-- Purpose: the moment at which a measure's year closes; nothing of that year is final before it.
-- Parameters: the year; month and day on which it closes, and whether these lie in the next year.
-- Returns: timestamp in Vietnamese time, the end of that day (the month's last day where the month is shorter).
create or replace macro year_closes_at(closed_year, on_month, on_day, in_next_year) as
    least(
        make_date(closed_year + in_next_year::integer, on_month, 1) + (on_day - 1),
        last_day(make_date(closed_year + in_next_year::integer, on_month, 1))
    ) + time '23:59:59.999999'
