-- Purpose: which reports a commune's targets ask for at the ends of periods, and when each came in first.
-- Grain: one row a target and period at whose end its measure's report is due. A report is due at the ends of the periods
--   of the measure's own frequency, where the target wants something of the year under the plan version in force then;
--   of a yes/no only at the end of the year that judges it.
-- Parameters: commune; periods, list of those asked of; on_day, the Vietnamese day on which the deadlines are looked at;
--   as_of, timestamp in UTC, up to which uploads and plans are known.
-- Columns: target, ordinal, target_name_vi, measure, measure_name_vi, lead_unit, directing_leader, officer; period,
--   end_month, last_month of it (1 to 12), deadline_on;
--   recorded_on   the Vietnamese day on which a value that stands was recorded first: of this period or of another that
--                 ends with it (of a yes/no also a yes of an earlier one); null where none stands
--   estimate      that first value was only provisional
--   provisional   so is every other one up to now
--   state         on_time, late, missing (the deadline has passed), not_yet_due
--   late_days     days from the deadline to recorded_on, of what is missing to on_day; null where nothing is late
create or replace macro report_due(commune_asked, periods, on_day, as_of) as table (
    with plans as materialized (from plan_known([commune_asked], as_of)),

    known as materialized (from value_at([commune_asked], [], as_of)),

    lines as materialized (from target_line('plans', 'known', as_of)),

    goals as materialized (from year_goal('lines')),

    starts as materialized (from path_start('lines', 'goals')),

    wanted as (from target_year('lines', 'goals', 'starts') where wanted and year_floor is not null),

    due as (
        select
            line.target, line.ordinal, line.name_vi as target_name_vi, line.measure, line.lead_unit,
            line.directing_leader, line.officer, line.bound,
            period.period, period.end_month, period.last_month, period.deadline_on
        from plan_in_force('plans', periods) as asked
        inner join period using (period)
        inner join lines as line on line.plan = asked.plan and line.frequency_months = period.length_months
        inner join wanted
            on wanted.plan = line.plan and wanted.target = line.target and wanted.year = period.year
        where asked.in_force and not line.suspended
            and (
                line.bound <> 'achieved'
                or (period.last_month = 12 and (line.horizon <> 'by_year' or line.last_year = period.year))
            )
    ),

    named as (
        select measure, max_by(name_vi, recorded_at) as measure_name_vi
        from kpi.measure
        where commune = commune_asked and recorded_at <= as_of
        group by measure
    ),

    said as (
        select
            observation.measure, observation.value, period.end_month,
            standing.recorded_at + interval 7 hours as recorded_here,
            observation.estimate or recorded_here < period.ends_on + 1 as estimate
        from kpi.observation as observation
        inner join upload_standing(as_of) as standing using (commune, upload)
        inner join period using (period)
        where observation.commune = commune_asked
    ),

    first_said as (
        select
            due.target, due.period, min(said.recorded_here)::date as recorded_on,
            min_by(said.estimate, said.recorded_here) as estimate,
            bool_and(said.estimate) as provisional
        from due
        inner join said
            on said.measure = due.measure
            and (
                said.end_month = due.end_month
                or (due.bound = 'achieved' and said.value > 0 and said.end_month < due.end_month)
            )
        group by due.target, due.period
    ),

    final as (
        select
            due.target, due.ordinal, due.target_name_vi, due.measure, named.measure_name_vi, due.lead_unit,
            due.directing_leader, due.officer, due.period, due.end_month, due.last_month, due.deadline_on,
            first_said.recorded_on,
            coalesce(first_said.estimate, false) as estimate,
            coalesce(first_said.provisional, false) as provisional,
            case
                when first_said.recorded_on <= due.deadline_on then 'on_time'
                when first_said.recorded_on is not null then 'late'
                when on_day > due.deadline_on then 'missing'
                else 'not_yet_due'
            end as state,
            case
                when state in ('late', 'missing')
                    then coalesce(first_said.recorded_on, on_day) - due.deadline_on
            end as late_days
        from due
        inner join named using (measure)
        left join first_said using (target, period)
    )

    select * from final
)
