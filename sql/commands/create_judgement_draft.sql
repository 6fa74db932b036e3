-- Purpose: a place for judgements that are being made, of this cursor alone.
create or replace temp table judgement_draft as
from kpi.judgement
limit 0
