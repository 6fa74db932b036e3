-- Purpose: the value of a straight line after `elapsed` of its `whole` months. At its end it is the end itself, so the
--          start may be unknown there. A line without length has no value before its end.
create or replace macro on_line(from_value, to_value, elapsed, whole) as
    case
        when elapsed = whole then to_value::double
        else from_value::double + (to_value::double - from_value::double) * elapsed / nullif(whole, 0)
    end
