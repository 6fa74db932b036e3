-- Purpose: a computed number as a decimal of four places, rounded half away from zero at 2, 3 or 4 of them; what
--          binary fractions add or take beyond the eighth place is dropped first.
-- Parameters: number; decimals, of which more than 4 count as 4. Returns: decimal(28,4).
create or replace macro at_decimals(number, decimals) as
    case decimals
        when 2 then round(number::decimal(28, 8), 2)
        when 3 then round(number::decimal(28, 8), 3)
        else round(number::decimal(28, 8), 4)
    end::decimal(28, 4)
