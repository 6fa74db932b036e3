-- Purpose: the communes whose record is kept here.
-- Grain: one row a commune.
create table kpi.commune (
    commune  varchar not null,   -- the catalogue folder's name, e.g. vinh_thinh
    name_vi  varchar not null,   -- 'xã Vĩnh Thịnh'
    primary key (commune)
)
