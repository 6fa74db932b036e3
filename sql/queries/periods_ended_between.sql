-- Purpose: the quarters that ended from one day to another, and the months after the last of them.
-- Grain: one row a period, in time. Parameters: first_day, last_day.
with ended as (
    select period, kind, end_month from period
    where kind in ('month', 'quarter') and ends_on between $first_day and $last_day
)

select period
from ended
where kind = 'quarter' or end_month > (select coalesce(max(end_month), 0) from ended where kind = 'quarter')
order by end_month
