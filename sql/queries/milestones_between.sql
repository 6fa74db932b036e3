-- Purpose: the milestones of the months that a plan leaves open between those it says.
-- Grain: one row a line (a target's year in a scenario) and month asked for.
-- Parameters: points, a list of {line, month, value}: what is said, and where the line starts; asked, a list of {line,
--   month, shape, share}: the months left open. month counts since year 0; share, cumulative, is of the year in percent.
-- Columns: value by the line's shape: linear between the points before and after; flat, the next point's; share, that
--   part of the next point's; null where there is no point to go by.
with point as (
    select unnest($points::struct(line integer, month integer, value double)[], recursive := true)
),

asked as (
    select unnest($asked::struct(line integer, month integer, shape varchar, share double)[], recursive := true)
)

select
    asked.line, asked.month,
    at_four(
        case asked.shape
            when 'flat' then later.value
            when 'share' then later.value * asked.share / 100
            else on_line(earlier.value, later.value, asked.month - earlier.month, later.month - earlier.month)
        end
    ) as value
from asked
asof left join point as earlier on earlier.line = asked.line and earlier.month <= asked.month
asof left join point as later on later.line = asked.line and later.month >= asked.month
order by asked.line, asked.month
