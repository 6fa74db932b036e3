-- Purpose: what polars is given, worked out: milestone, stretch, tolerance, and when the report is late, the term closed.
with month as (
    select
        (year - 2026) * 12 + last_month as number, deadline_on + 1 - interval 7 hours as deadline_at,
        case when period = '2030-12' then timestamp '2030-12-31 16:59:59.999999' else timestamp '9999-12-31' end
            as closes_at
    from period
    where kind = 'month' and year between 2026 and 2030
)

select
    substr(target.commune, 4)::integer as commune, target.ordinal::tinyint as measure, number::tinyint as period,
    (case when bound = 'at_most' then -1 else 1 end)::tinyint as upward, 1.0::double as tolerance,
    round(baseline + (target.value - baseline) * number / 60.0::double, 4) as planned,
    round(baseline + (target.stretch - baseline) * number / 60.0::double, 4) as stretch,
    deadline_at, closes_at::timestamp as closes_at
from kpi.target as target
inner join kpi.measure as measure using (commune, measure)
cross join month
order by 1, 2, 3
