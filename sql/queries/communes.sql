-- Purpose: the communes in the store. Grain: one row a commune.
select commune, name_vi from kpi.commune order by commune
