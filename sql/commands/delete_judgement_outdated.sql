-- Purpose: takes out what is no longer said; what is said alike stays where it lies. Parameter: communes, list.
delete from kpi.judgement as kept
where kept.commune in (select unnest($communes))
    and kept.commune between list_min($communes) and list_max($communes)
    and not exists (
        from temp.judgement_anew as made
        where made.commune = kept.commune and made.target = kept.target and made.period = kept.period
            and made.from_at = kept.from_at and made.to_at = kept.to_at and made.plan = kept.plan
            and made.indicator = kept.indicator and made.measure = kept.measure
            and made.actual_value is not distinct from kept.actual_value
            and made.planned_value is not distinct from kept.planned_value
            and made.distance is not distinct from kept.distance
            and made.status = kept.status and made.is_final = kept.is_final
    )
