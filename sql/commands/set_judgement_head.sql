-- Purpose: says from what the judgements of a commune were made. Parameters: the columns.
insert or replace into kpi.judgement_head values ($commune, $changes, $rules)
