-- Purpose: drops every judgement; nothing is lost, they can be made again.
delete from kpi.judgement
