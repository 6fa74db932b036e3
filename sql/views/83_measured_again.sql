-- Purpose: a fitted number (83_fitted.sql) in the measure's own unit. Returns: double, beyond bounds infinite.
create or replace macro measured_again(number, by_log) as
    case when by_log then (exp(number) - 1) * 100 else number end
