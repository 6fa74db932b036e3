-- Purpose: the difficulties, remedies and proposals that a report takes up: of every measure, period and kind what the
--          newest upload that stands says, as of its values.
-- Grain: one row a remark, in time, within an upload in the sheet's order.
-- Parameters: commune, as_of (UTC); first_month, last_month: the periods that end in these months (months since year 0).
-- Columns: measure, period, kind, text_vi.
select remark.measure, remark.period, remark.kind, remark.text_vi
from kpi.remark as remark
inner join upload_standing($as_of) as standing using (commune, upload)
inner join period using (period)
where remark.commune = $commune and remark.kind in ('difficulty', 'remedy', 'proposal')
    and period.end_month between $first_month and $last_month
qualify remark.upload = max(remark.upload) over (partition by remark.measure, remark.period, remark.kind)
order by period.end_month, period.length_months desc, remark.upload, remark.ordinal
