-- Purpose: the columns that judging a commune needs, with nothing worked out: what `make bench` holds it against.
-- Grain: one row a target and observation. Parameter: commune.
select
    target.target, target.ordinal, target.indicator, target.group_vi, target.name_vi, target.unit, target.measure,
    target.horizon, target.first_year, target.last_year, target.bound, target.value as goal_value, target.stretch,
    target.tolerance, target.commitment, target.suspended,
    observation.period, observation.upload, observation.value as actual_value, observation.estimate
from kpi.target as target
left join kpi.observation as observation using (commune, measure)
where target.commune = $commune
