-- Purpose: how a measure's total grew through the years before a plan ('như các năm trước'): the mean of the closed
--          years' cumulative shares, in between known months on a straight line.
-- Grain: one row a month, 1 to 12; none where no year before says enough. Parameters: commune, measure; before_year, the
--   first year of the plan; as_of, timestamp in UTC.
-- Columns: share, cumulative, in percent, 100 in December; years, how many years speak.
-- A year counts with a positive total in December, a value at the end of each quarter and no value above a later one's.
with closing as (
    select closes_month, closes_day, closes_next_year
    from kpi.measure
    where commune = $commune and measure = $measure and recorded_at <= $as_of
    order by recorded_at desc
    limit 1
),

said as (
    select period.year, period.last_month as month, max_by(known.value, period.length_months) as value
    from observation_standing($as_of) as known
    inner join period using (period)
    where known.commune = $commune and known.measure = $measure and period.year < $before_year
    group by period.year, period.last_month
),

ordered as (
    select
        *, max(value) over (partition by year order by month rows between unbounded preceding and 1 preceding) as highest
    from said
),

spoken as (
    select year, max(value) filter (month = 12) as total
    from ordered
    cross join closing
    group by year
    having count(*) filter (month % 3 = 0) = 4 and max(value) filter (month = 12) > 0 and min(value) >= 0
        and not coalesce(bool_or(value < highest), false)
        and ($as_of + interval 7 hours)::date > any_value(
            make_date(year + closing.closes_next_year::integer, closing.closes_month, closing.closes_day)
        )
),

points as (
    select said.year, said.month, said.value::double / spoken.total::double as part
    from said
    inner join spoken using (year)
    union all
    select year, 0, 0 from spoken
),

monthly as (
    select
        asked.year, asked.month,
        on_line(earlier.part, later.part, asked.month - earlier.month, later.month - earlier.month) as line,
        case when earlier.month = asked.month then earlier.part else line end as part
    from (select spoken.year, month.month from spoken cross join (select unnest(range(1, 13)) as month) as month) as asked
    asof join points as earlier on earlier.year = asked.year and earlier.month <= asked.month
    asof join points as later on later.year = asked.year and later.month >= asked.month
)

select month::integer as month, at_four(100 * avg(part)) as share, count(*) as years
from monthly
group by month
order by month
