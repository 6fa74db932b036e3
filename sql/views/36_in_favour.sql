-- Purpose: a milestone of a measure counted in whole units, rounded in the commune's favour: down where more is better,
--          up where less is. Binary noise beyond the sixth place, of large numbers the second, does not count.
create or replace macro in_favour(milestone, less_is_better) as
    case
        when less_is_better and abs(milestone) < 1e11 then ceil(round(milestone, 6))
        when less_is_better then ceil(round(milestone, 2))
        when abs(milestone) < 1e11 then floor(round(milestone, 6))
        else floor(round(milestone, 2))
    end
