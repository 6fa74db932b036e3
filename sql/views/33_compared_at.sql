-- Purpose: a value at the decimals it is compared at: 2, 3 or 4 (more count as 4), rounded half away from zero.
-- Returns: decimal(28,4).
create or replace macro compared_at(number, decimals) as
    case
        when abs(number) >= 1e11 then at_four(number)
        when decimals = 2 then round(number::decimal(28, 8), 2)
        when decimals = 3 then round(number::decimal(28, 8), 3)
        else round(number::decimal(28, 8), 4)
    end::decimal(28, 4)
