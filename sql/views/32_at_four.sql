-- Purpose: a computed number at four decimals, rounded half away from zero; what binary fractions add or take beyond
--          the eighth place is dropped first. From a hundred billion on a binary fraction has no such places: two
--          decimals are then as many as keep a whole number what it is. Returns: decimal(28,4).
create or replace macro at_four(number) as
    case
        when abs(number) < 1e11 then round(number::decimal(28, 8), 4)::decimal(28, 4)
        else round(number, 2)::decimal(28, 2)::decimal(28, 4)
    end
