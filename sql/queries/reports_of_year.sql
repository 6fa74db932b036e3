-- Purpose: which reports the targets of a commune ask for in a year, and when each came in first.
-- Grain: one row a target and period at whose end its measure's report is due, in the plan's order and then in time.
-- Parameters: commune; periods, list of those in the year; as_of, timestamp in UTC, whose day in Vietnam is today.
-- Columns: those of sql/views/97_report_due.sql.
select due.*
from report_due($commune, $periods, ($as_of + interval 7 hours)::date, $as_of) as due
order by ordinal, end_month
