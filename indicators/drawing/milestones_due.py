"""What is due next: by the last day to report, every target with the milestone to reach by then and who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from indicators.drawing.figures import with_unit
from indicators.drawing.html import Html, link, tag
from indicators.drawing.shown import Shown
from indicators.milestones import TargetYear
from indicators.periods import parse_period
from indicators.wording import milestones as words
from indicators.wording import screens
from indicators.wording.periods import period_vi

_COLUMNS = (
    screens.COLUMN_NUMBER,
    words.COLUMN_TARGET,
    words.COLUMN_DUE_PERIOD,
    words.COLUMN_DUE_MILESTONE,
    words.COLUMN_UNIT,
    words.COLUMN_LEADER,
    words.COLUMN_OFFICER,
)


def next_sentence(lines: Sequence[TargetYear]) -> Html | None:
    """How many targets the nearest date asks for; None where none is left."""
    dates = [line.head["next_due_on"] for line in lines if line.head["next_due_on"]]
    if not dates:
        return None
    said = words.DUE_NEXT.format(count=dates.count(min(dates)), day=screens.date_vi(min(dates)))
    return tag("p", said, class_="kpi-ms-next")


def due_section(lines: Sequence[TargetYear], shown: Shown) -> Html:
    """The dates that are left in the year's reporting, each with its targets."""
    due = sorted((line for line in lines if line.head["next_due_on"]), key=lambda line: line.head["next_due_on"])
    head = tag("thead", tag("tr", [tag("th", name, scope="col") for name in _COLUMNS]))
    bodies = [
        tag("tbody", _date_row(day, shown.today), [_line(line, shown) for line in members])
        for day, members in groupby(due, lambda line: line.head["next_due_on"])
    ]
    none = tag("p", words.DUE_NONE.format(year=shown.period.year), class_="kpi-note")
    return tag(
        "section",
        tag("h2", words.DUE_TITLE),
        tag("table", head, bodies, class_="kpi-ms-due") if due else none,
        class_="kpi-section",
    )


def _date_row(day: date, today: date) -> Html:
    days = (day - today).days
    left = words.DUE_LEFT.format(days=days) if days else words.DUE_TODAY
    said = tag("th", words.DUE_DATE.format(day=screens.date_vi(day)), " ", tag("small", left), colspan=len(_COLUMNS))
    return tag("tr", said, class_="kpi-ms-date")


def _line(line: TargetYear, shown: Shown) -> Html:
    row = line.by_period[line.head["next_period"]]
    cells = (
        ("number", row["target"]),
        ("name", link(shown.address(screens.DETAIL, target=row["target"]), row["name_vi"])),
        ("period", period_vi(parse_period(row["period"]))),
        ("milestone", with_unit(row, row["planned_value"])),
        ("unit", row["lead_unit"]),
        ("leader", row["directing_leader"]),
        ("officer", row["officer"]),
    )
    labels = {"milestone": words.DUE_MILESTONE}
    drawn = [tag("td", text, class_=f"kpi-ms-due-{name}", data_label=labels.get(name)) for name, text in cells]
    return tag("tr", drawn, data_row=True)
