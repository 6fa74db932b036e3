"""Indicator × quarter: where each stood at the end of every quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.drawing.html import Html, link, tag
from indicators.drawing.marks import legend, symbol
from indicators.drawing.shown import Shown
from indicators.periods import LAST_YEAR, Period, quarters
from indicators.wording import screens as words
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES

#: (indicator, its name, the target its name leads to), in the plan's order.
Indicators = Sequence[tuple[str, str, str]]
#: (indicator, quarter's code) → status.
QuarterStatuses = Mapping[tuple[str, str], str]

_ROMAN = ("I", "II", "III", "IV")


def heat_map(indicators: Indicators, statuses: QuarterStatuses, shown: Shown) -> Html:
    """The table, in a frame that scrolls sideways by itself, with its legend."""
    years = range(shown.first_year, LAST_YEAR + 1)
    columns = [quarter for year in years for quarter in quarters(year)]
    year_row = tag(
        "tr",
        tag("th", words.COLUMN_NAME, scope="col", rowspan=2),
        [tag("th", str(year), scope="colgroup", colspan=4) for year in years],
    )
    quarter_row = tag("tr", [_quarter_heading(quarter, shown) for quarter in columns])
    lines = [_line(entry, statuses, columns, shown) for entry in indicators]
    table = tag("table", tag("thead", year_row, quarter_row), tag("tbody", lines), class_="kpi-heat")
    return tag(
        "section",
        tag("h2", words.HEAT_TITLE.format(first=shown.first_year, last=LAST_YEAR)),
        tag("p", words.HEAT_NOTE, class_="kpi-note"),
        tag("div", table, class_="kpi-scroll", tabindex=0, role="region", aria_label=words.HEAT_CAPTION),
        legend(),
        class_="kpi-section",
    )


def _quarter_heading(quarter: Period, shown: Shown) -> Html:
    content = link(shown.address(words.OVERVIEW, period=quarter), _ROMAN[quarter.number - 1])
    return tag("th", content, scope="col", class_="kpi-now" if quarter.ends_with(shown.period) else None)


def _line(
    entry: tuple[str, str, str],
    statuses: QuarterStatuses,
    columns: Sequence[Period],
    shown: Shown,
) -> Html:
    indicator, name, target = entry
    heading = tag(
        "th",
        tag("span", indicator, class_="kpi-heat-number"),
        link(shown.address(words.DETAIL, target=target), name, title=name),
        scope="row",
    )
    return tag("tr", heading, [_cell(statuses.get((indicator, q.code)), q, shown) for q in columns])


def _cell(status: str | None, quarter: Period, shown: Shown) -> Html:
    now = "kpi-now" if quarter.ends_with(shown.period) else None
    if status is None or quarter.starts_on() > shown.today:
        return tag("td", class_=now)
    said = f"{words.capitalised(period_vi(quarter))}: {STATUSES[status].word}"
    return tag("td", symbol(status, said), class_=now)
