-- Purpose: says that no judgement has been made.
delete from kpi.judgement_head
