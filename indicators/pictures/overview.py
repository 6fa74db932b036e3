"""The charts of Tổng quan as they are taken along: the heat map of the quarters, the statuses by group."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.drawing.overview import indicator_names
from indicators.drawing.people import of_people
from indicators.drawing.shown import Shown
from indicators.periods import LAST_YEAR, quarters
from indicators.pictures.drawing import draw
from indicators.pictures.heat import HeatMap, HeatRow, draw_heat_map
from indicators.pictures.picture import Picture
from indicators.progress import Overview
from indicators.reports.charts import statuses_by_group
from indicators.wording import screens
from indicators.wording.pictures import narrowed_vi


def draw_heat_map_of(shown: Shown, found: Overview, notes_vi: Sequence[str]) -> Picture:
    """The heat map of the people shown. Raises ValueError where no quarter of theirs has begun."""
    return draw_heat_map(heat_map_of(shown, found), notes_vi=[*notes_vi, *_narrowed(shown)])


def draw_groups_of(shown: Shown, found: Overview, notes_vi: Sequence[str]) -> Picture:
    """The statuses by group of the people shown, in the period shown."""
    chart = statuses_by_group(shown.period, of_people(found.targets, shown))
    return draw(chart, notes_vi=[*notes_vi, *_narrowed(shown)])


def heat_map_of(shown: Shown, found: Overview) -> HeatMap:
    """A quarter that has not begun stays empty, as on the page."""
    years = range(shown.first_year, LAST_YEAR + 1)
    columns = tuple(quarter for year in years for quarter in quarters(year))
    begun = {quarter.code for quarter in columns if quarter.starts_on() <= shown.today}
    status_of = {(row["indicator"], row["period"]): row["status"] for row in found.statuses if row["period"] in begun}
    rows = tuple(
        HeatRow(indicator, name, tuple(status_of.get((indicator, quarter.code)) for quarter in columns))
        for indicator, name, _ in indicator_names(of_people(found.targets, shown))
    )
    return HeatMap(screens.HEAT_TITLE.format(first=shown.first_year, last=LAST_YEAR), columns, rows)


def _narrowed(shown: Shown) -> list[str]:
    """How it was judged, and of whose indicators alone it is."""
    people = [name for name in (shown.unit, shown.leader, shown.officer) if name]
    return narrowed_vi(shown.scenarios[shown.scenario], people)
