-- Purpose: adds the communes of a province's file that the store has not. Table: province_commune (commune, name_vi).
insert into kpi.commune (commune, name_vi)
select commune, name_vi from province_commune
anti join kpi.commune using (commune)
