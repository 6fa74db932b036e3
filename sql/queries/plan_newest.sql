-- Purpose: the newest version of a commune's plan. Grain: one row, none where there is no plan. Parameter: commune.
select * from kpi.plan where commune = $commune order by plan desc limit 1
