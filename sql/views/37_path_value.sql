-- Purpose: where a linear path stands at the end of a month: on the line from its start to the goal; in a year that has
--          a goal of its own, on the line from where that year begins to the year's goal.
-- Parameters: months since year 0 and values in one unit; year_goal null where the year has none. Returns: double.
create or replace macro path_value(from_month, from_value, to_month, goal, at_month, year_goal) as
    case
        when year_goal is null then on_line(from_value, goal, at_month - from_month, to_month - from_month)
        else on_line(
            case
                when from_month >= (at_month - 1) // 12 * 12 then from_value
                else on_line(from_value, goal, (at_month - 1) // 12 * 12 - from_month, to_month - from_month)
            end,
            year_goal,
            at_month - greatest(from_month, (at_month - 1) // 12 * 12),
            (at_month - 1) // 12 * 12 + 12 - greatest(from_month, (at_month - 1) // 12 * 12)
        )
    end
