-- Purpose: a computed number at four decimals, rounded half away from zero; what binary fractions add or take beyond
--          the eighth place is dropped first. Returns: decimal(28,4).
create or replace macro at_four(number) as round(number::decimal(28, 8), 4)::decimal(28, 4)
