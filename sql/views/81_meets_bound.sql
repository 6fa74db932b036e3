-- Purpose: whether a value fulfils a target's bound; goal_upper is the upper edge of `between`. All as they are compared.
create or replace macro meets_bound(compared, bound, goal, goal_upper) as
    case bound
        when 'at_least' then compared >= goal
        when 'above' then compared > goal
        when 'at_most' then compared <= goal
        when 'below' then compared < goal
        when 'between' then compared between goal and goal_upper
    end
