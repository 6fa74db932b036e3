-- Purpose: the last month that had ended before a day. Grain: one row. Parameter: on_date.
-- Columns: end_month, months since year 0, and ends_on of it; null where no month of the calendar had ended.
select max(end_month) as end_month, max(ends_on) as ends_on from period where kind = 'month' and ends_on < $on_date
