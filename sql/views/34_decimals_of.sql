-- Purpose: how many decimals a stored value (four at most) was given with, at least two.
create or replace macro decimals_of(number) as
    case when number is null or number = round(number, 2) then 2 when number = round(number, 3) then 3 else 4 end
