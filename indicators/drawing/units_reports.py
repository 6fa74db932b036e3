"""The reports of a year: one line a measure, a mark where each was due."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from indicators.drawing.figures import Row
from indicators.drawing.html import Html, tag
from indicators.drawing.shown import Shown
from indicators.periods import parse_period
from indicators.units import reports_by_state
from indicators.wording import screens
from indicators.wording import units as words
from indicators.wording.periods import period_vi
from indicators.wording.statuses import Tone

_TONES = {"on_time": Tone.GOOD, "late": Tone.LATE, "missing": Tone.BAD, "not_yet_due": Tone.WAITING}
_SIGNS = {"on_time": "✓", "missing": "✕", "not_yet_due": "–"}


def report_grid(reports: Sequence[Row], shown: Shown) -> Html:
    """How many came in time, and measure by measure when; folded, since the counts say the most of it."""
    title = words.REPORTS_OF.format(year=shown.period.year)
    if not reports:
        return tag("p", words.NO_REPORTS.format(year=shown.period.year), class_="kpi-note kpi-reports")
    months = tag("tr", tag("th", words.COLUMN_MEASURE, scope="col"), [_month(number) for number in range(1, 13)])
    lines = [_line(list(rows)) for _, rows in groupby(reports, lambda row: row["measure"])]
    table = tag("table", tag("thead", months), tag("tbody", lines), class_="kpi-heat kpi-reports-table")
    return tag(
        "details",
        tag("summary", tag("b", f"{title}: "), words.reports_vi(reports_by_state(reports))),
        tag("div", table, class_="kpi-scroll", tabindex=0, role="region", aria_label=title),
        tag("p", words.REPORTS_NOTE, class_="kpi-note"),
        class_="kpi-fold kpi-reports",
    )


def _month(number: int) -> Html:
    return tag("th", str(number), scope="col", aria_label=f"Tháng {number}")


def _line(reports: Sequence[Row]) -> Html:
    due = {row["last_month"]: row for row in reports}
    name = reports[0]["measure_name_vi"]
    cells = [tag("td", _mark(due[month]) if month in due else None) for month in range(1, 13)]
    return tag("tr", tag("th", name, scope="row", title=name), cells)


def _mark(row: Row) -> Html:
    """Where it was due: a sign, of what came late the days; the dates on pointing at it."""
    state = row["state"]
    when = words.report_vi(state, row["recorded_on"], row["late_days"], row["deadline_on"], estimate=row["estimate"])
    said = f"{screens.capitalised(period_vi(parse_period(row['period'])))}: {when}"
    sign = _SIGNS.get(state) or f"+{row['late_days']}"
    return tag("span", sign, class_=f"kpi-mark kpi-{_TONES[state]}", role="img", aria_label=said, title=said)
