-- Purpose: fills the calendar of reporting periods at once: row by row it would take a third of opening a store.
-- Parameters: a list each of the columns of sql/views/00_period.sql, in one order.
insert into period
select
    unnest($period), unnest($year), unnest($kind), unnest($last_month), unnest($end_month), unnest($length_months),
    unnest($starts_on), unnest($ends_on), unnest($deadline_on)
