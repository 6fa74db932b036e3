-- Purpose: where a plan version came from: catalogue (data/catalogue), sheet (kpi.plan_file).
alter table kpi.plan add column origin varchar default 'catalogue'
