-- Purpose: the scale on which a trend is a straight line and a mean is a mean: of growth whose mean is geometric the
--          logarithm of its factor; there a fall by all has no place (null). Back: 83_measured_again.sql.
-- Returns: double.
create or replace macro fitted(number, by_log) as
    case
        when not by_log then number::double
        when number > -100 then ln(1 + number::double / 100)
    end
