-- Purpose: the course of every measure of a commune, for small pictures.
-- Grain: one row a measure. Parameters: commune, as_of (UTC).
-- Columns: points, a list of {end_month, value} in time: one for each month in which a period with a value ends, of
--   periods that end together the longest; end_month counts months since year 0, value is in the measure's unit.
with ended as (
    select known.measure, period.end_month, max_by(known.value, period.length_months) as value
    from observation_standing($as_of) as known
    inner join period using (period)
    where known.commune = $commune
    group by known.measure, period.end_month
)

select measure, list({end_month: end_month, value: value} order by end_month) as points
from ended
group by measure
order by measure
