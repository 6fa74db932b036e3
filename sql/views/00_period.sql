-- Purpose: the calendar of reporting periods, filled from indicators/periods.py when a store is opened.
-- Grain: one row a period of 2021-2030. end_month counts months since year 0: equal for periods that end together.
create or replace table period (
    period         varchar primary key,   -- 2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026
    year           integer,
    kind           varchar,               -- month, quarter, half, nine_months, year
    last_month     integer,               -- 1 to 12
    end_month      integer,
    length_months  integer,
    starts_on      date,
    ends_on        date,
    deadline_on    date                   -- the last day on which the report is in time
)
