-- Purpose: the communes whose judgements were made from another record, or by other rules, than stand now.
-- Grain: one row a commune. Parameters: communes, list, null: all; views, a hash of sql/views.
-- Columns: commune; changes, rules: what kpi.judgement_head will say once they are made again.
with change as (
    select commune from kpi.upload
    union all
    select commune from kpi.withdrawal
    union all
    select commune from kpi.plan
    union all
    select commune from kpi.measure
),

standing as (
    select commune.commune, count(change.commune)::integer as changes
    from kpi.commune as commune
    left join change using (commune)
    where $communes::varchar[] is null or list_contains($communes::varchar[], commune.commune)
    group by commune.commune
),

calendar as (
    select md5(string_agg(concat_ws(' ', period, starts_on, ends_on, deadline_on), ',' order by period)) as dates
    from period
),

final as (
    select standing.commune, standing.changes, $views || ' ' || calendar.dates as rules
    from standing
    cross join calendar
)

select final.*
from final
anti join kpi.judgement_head using (commune, changes, rules)
order by commune
