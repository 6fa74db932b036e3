"""Chi tiết chỉ tiêu: one target, its actuals on the path, what the numbers say, every value and remark."""

import streamlit as st

from indicators import charts, progress
from indicators.catalogue import Bound
from indicators.charts.as_numbers import chart_of_target, version_notes
from indicators.drawing.detail import detail_head, no_chart, recognition_steps, target_of
from indicators.drawing.detail_tables import detail_tables
from indicators.drawing.html import join
from indicators.drawing.outlook import outlook_section
from indicators.drawing.travelling import scenarios_section
from indicators.drawing.versions import versions_section
from indicators.wording import screens as words
from indicators.wording.workbooks import FILE_NAMES
from indicators.workbooks.detail import OfTarget
from indicators.workbooks.detail import detail_tables as workbook_tables
from pages import known
from pages.downloads import offer_tables
from pages.pictures import offer_chart
from pages.view import open_view

view = open_view(words.DETAIL)
of_commune = (view.store, view.shown.commune)
targets = view.judged.targets
target, fallback = target_of(targets, st.query_params.get("target"))
of_target = (view.store, view.state, target["target"])
of_measure = (*of_commune, target["measure"], view.as_of)
history = progress.value_history(*of_measure)
remarks = progress.remarks_of_measure(*of_measure)
values = progress.values_of_measure(*of_measure)
versions = known.versions(*of_target, view.as_of)
scenario_paths = known.scenario_paths(*of_target, view.as_of)
# Judging again costs as much as the overview: it is done only where there is more than one path.
has_several = bool(scenario_paths) or target["stretch_value"] is not None
scenarios = known.scenarios_of_target(*of_target, view.shown.period.code, view.as_of) if has_several else []
forecast = view.forecasts.get(target["target"])

st.html(fallback + detail_head(target, targets, remarks, view.shown, scenarios, versions))
if target["bound"] == Bound.ACHIEVED:
    st.html(recognition_steps(values, target, view.shown))
elif not charts.can_draw(target, path := known.path(*of_target, view.as_of), values, view.shown):
    st.html(no_chart())
else:
    figure = charts.path_figure(
        target, path, values, view.shown, scenarios=scenario_paths, versions=versions, forecast=forecast
    )
    with st.container(border=True, key="kpi-chart"):
        st.plotly_chart(figure, config=charts.CONFIG, theme=None, key="path")
        taken = chart_of_target(
            target, path, values, view.shown, scenarios=scenario_paths, versions=versions, forecast=forecast
        )
        offer_chart(view, taken, version_notes(target, versions, view.shown))
st.html(
    join(
        outlook_section(target, forecast, view.shown),
        scenarios_section(target, scenarios, view.shown),
        versions_section(target, versions, view.shown),
        detail_tables(target, history, remarks, view.shown),
    )
)
offer_tables(
    view,
    FILE_NAMES[words.DETAIL].format(target=target["target"]),
    lambda: workbook_tables(
        OfTarget(target, history, remarks, known.path(*of_target, view.as_of), scenarios, versions)
    ),
)
