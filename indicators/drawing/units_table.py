"""The targets of one unit or person: how each stands now, and at the end of every quarter of the year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from indicators.drawing.figures import Row, distance_with_unit, goal_line, judged_mean, number_with_unit
from indicators.drawing.html import Html, join, link, tag
from indicators.drawing.marks import pill, symbol
from indicators.drawing.shown import Shown
from indicators.periods import parse_period, quarters
from indicators.units import Judged
from indicators.wording import screens
from indicators.wording import units as words
from indicators.wording.periods import period_vi
from indicators.wording.statuses import STATUSES

#: (a group's heading, its judged rows).
Groups = Iterable[tuple[str, Sequence[Row]]]


def targets_table(groups: Groups, judged: Judged, shown: Shown) -> Html:
    """`judged`: target → period → judged row, of the year shown."""
    headings = (
        (screens.COLUMN_NUMBER, "number"),
        (screens.COLUMN_NAME, "name"),
        (screens.COLUMN_STATUS, "status"),
        (screens.COLUMN_ACTUAL, "actual"),
        (screens.COLUMN_DISTANCE, "distance"),
        (words.QUARTERS_OF.format(year=shown.period.year), "trend"),
    )
    head = tag("thead", tag("tr", [tag("th", text, scope="col", class_=f"kpi-c-{name}") for text, name in headings]))
    bodies = [
        join(
            tag("tbody", tag("tr", tag("th", title, colspan=len(headings), scope="rowgroup")), class_="kpi-group"),
            tag("tbody", [_line(row, judged.get(row["target"], {}), shown) for row in rows]),
        )
        for title, rows in groups
    ]
    return tag("table", head, bodies, class_="kpi-table kpi-units-table")


def _line(row: Row, judged: Mapping[str, Row], shown: Shown) -> Html:
    name = link(shown.address(screens.DETAIL, target=row["target"]), row["name_vi"])
    distance = distance_with_unit(row, with_longest_unit=False)
    actual = _actual(row, shown)
    return tag(
        "tr",
        tag("td", row["target"], class_="kpi-c-number"),
        tag("td", name, tag("span", goal_line(row), class_="kpi-goal"), class_="kpi-c-name"),
        tag("td", pill(row["status"]), class_="kpi-c-status"),
        tag("td", actual, class_="kpi-c-actual", data_label=screens.COLUMN_ACTUAL, data_empty=not actual),
        tag("td", distance, class_="kpi-c-distance", data_label=screens.COLUMN_DISTANCE, data_empty=not distance),
        tag("td", _strip(judged, shown), class_="kpi-c-trend"),
        class_=f"kpi-row kpi-{STATUSES[row['status']].tone}",
        data_row=True,
    )


def _actual(row: Row, shown: Shown) -> Html:
    """What is judged, else in grey what was last known, with its period."""
    mean = judged_mean(row, shown)
    if mean is not None and row["compared_value"] is not None:
        return join(number_with_unit(row, row["compared_value"]), tag("small", mean, class_="kpi-mean"))
    if row["actual_value"] is not None or row["last_known_value"] is None:
        return number_with_unit(row, row["actual_value"])
    known = screens.LAST_KNOWN.format(period=period_vi(parse_period(row["last_known_period"])))
    return tag("span", number_with_unit(row, row["last_known_value"]), tag("small", known), class_="kpi-last-known")


def _strip(judged: Mapping[str, Row], shown: Shown) -> Html:
    """The four quarters of the year; one that has not begun is empty."""
    cells = []
    for quarter, tick in zip(quarters(shown.period.year), words.QUARTER_TICKS, strict=True):
        row = judged.get(quarter.code)
        mark = tag("span", class_="kpi-mark kpi-not-begun")
        if row is not None and quarter.starts_on() <= shown.today:
            said = f"{screens.capitalised(period_vi(quarter))}: {STATUSES[row['status']].word}"
            mark = symbol(row["status"], said)
        cells.append(tag("span", tag("small", tick), mark, class_="kpi-quarter"))
    return tag("span", cells, class_="kpi-strip")
