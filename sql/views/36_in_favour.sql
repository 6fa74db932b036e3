-- Purpose: a milestone of a measure counted in whole units, rounded in the commune's favour: down where more is better,
--          up where less is. Binary noise beyond the sixth place, of large numbers the second, does not count.
create or replace macro in_favour(milestone, less_is_better) as
    case
        when less_is_better then ceil(case when abs(milestone) < 1e11 then round(milestone, 6) else round(milestone, 2) end)
        else floor(case when abs(milestone) < 1e11 then round(milestone, 6) else round(milestone, 2) end)
    end
