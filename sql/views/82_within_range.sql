-- Purpose: a computed number kept within a measure's range (null: open), at four decimals.
-- Returns: decimal(28,4); null of what is too large to be any measure's.
create or replace macro within_range(number, minimum, maximum) as
    case
        when abs(number) < 1e300 and abs(greatest(least(number, maximum::double), minimum::double)) < 1e15
            then at_four(greatest(least(number, maximum::double), minimum::double))
    end
