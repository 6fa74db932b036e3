-- Purpose: the periods that a lock of one holds for. Grain: one row a period. Parameter: period.
select period.period
from period
inner join period as named
    on period.end_month > named.end_month - named.length_months and period.end_month <= named.end_month
where named.period = $period
order by period.end_month, period.length_months
