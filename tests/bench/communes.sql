-- Purpose: a province: 3,321 communes, 28 measures reported every month of five years with the next month's report, by
--          which half of the month before is corrected. The same in every run.
-- Grain: an upload a commune and month on the 3rd of the month after; values by hash of what they are about.
create or replace temp table bench_commune as
select 'xa_' || lpad(number::varchar, 4, '0') as commune, number from range(1, 3322) as r(number);
create or replace temp table bench_measure as
select 'm' || lpad(number::varchar, 2, '0') as measure, number from range(1, 29) as r(number);
insert into kpi.commune select commune, 'xã ' || number from bench_commune;
insert into kpi.measure by name
select
    commune, measure, timestamp '2020-12-31 17:00:00' as recorded_at, measure as name_vi, '%' as unit,
    'level' as accumulation, 'month' as frequency, 12 as closes_month, 31 as closes_day, false as closes_next_year,
    2 as decimals, case when measure.number % 4 = 0 then 'down' else 'up' end as better,
    case when measure.number % 4 = 0 then 60 else 40 end as baseline, '' as lead_unit, '' as data_source_vi
from bench_commune
cross join bench_measure as measure;
insert into kpi.plan by name
select
    commune, 1 as plan, '' as name_vi, '' as document_number, date '2026-01-01' as valid_from, 2025 as baseline_year,
    timestamp '2020-12-31 17:00:00' as recorded_at, '' as recorded_by
from bench_commune;
insert into kpi.target by name
select
    commune, 1 as plan, measure.number::varchar as target, measure.number as ordinal, measure.number::varchar as indicator, '' as group_vi,
    measure as name_vi, '%' as unit, measure, 'by_year' as horizon, 2030 as first_year, 2030 as last_year,
    case when measure.number % 4 = 0 then 'at_most' else 'at_least' end as bound,
    case when measure.number % 4 = 0 then 40 else 60 end as value,
    case when measure.number % 3 = 0 then case when measure.number % 4 = 0 then 30 else 70 end end as stretch,
    1 as tolerance, 'firm' as commitment, false as suspended
from bench_commune
cross join bench_measure as measure;
insert into kpi.upload by name
select
    commune, ((year - 2026) * 12 + last_month) * 10000 + number as upload, period, '' as file_name, '' as sha256,
    ''::blob as content, ends_on + 3 + interval 2 hours as recorded_at, '' as recorded_by
from period
cross join bench_commune
where kind = 'month' and year between 2026 and 2030;
insert into kpi.observation by name
with said as (
    select
        commune, bench_commune.number as about, measure, bench_measure.number as of_measure, period, year, last_month,
        (year - 2026) * 12 + last_month as month, hash(commune, measure, period) as chance
    from period
    cross join bench_commune
    cross join bench_measure
    where kind = 'month' and year between 2026 and 2030
),

worded as (
    select *, month as upload_month, chance as draw from said
    union all
    select *, month + 1, hash(chance) from said where chance % 2 = 0 and month < 60
)

select
    commune, measure, period, upload_month * 10000 + about as upload, false as estimate, '' as match, '' as sheet,
    '' as cell,
    (case when of_measure % 4 = 0 then 60 - month / 3.0 else 40 + month / 3.0 end + draw % 600 / 100.0 - 3)::decimal(18, 4)
        as value
from worded
order by upload_month, commune, measure, period
